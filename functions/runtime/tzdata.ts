import { TzdataVersion } from '../../shared/domain/tzdata.ts';

/** The release of the time zone database that this runtime computes with. Throws an Error when the runtime has none. */
export const tzdataVersion = (): TzdataVersion => TzdataVersion.parse(process.versions.tz);
