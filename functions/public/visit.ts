import type { Operation } from '../../shared/contract/operation.ts';
import type { PublicRequest } from '../http/request.ts';

/** What the public operations have in common, whichever is called. */
export type Visit = Pick<PublicRequest<Operation>, 'slug' | 'at' | 'instance' | 'newId' | 'event' | 'cookies'>;
