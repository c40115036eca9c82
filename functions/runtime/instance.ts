import type { IdKind } from '../../shared/domain/ids.ts';
import type { Files } from '../gateways/files.ts';
import type { Identity } from '../gateways/identity.ts';
import type { Table } from '../store/table.ts';

/** Randomness and waiting: the effects that decisions must not have. */
export interface Chance {
  /** A new id, `<prefix>_<ULID>`, whose time part is `at` (milliseconds since 1970). */
  newId(kind: IdKind, at: number): string;
  /** 32 random bytes in base64url. */
  newToken(): string;
  /** Waits a random moment that grows with the attempt. */
  pause(attempt: number): Promise<void>;
}

/** What lives as long as a function's instance: its connections to the world outside. */
export interface Instance {
  readonly table: Table;
  readonly chance: Chance;
}

export interface StaffInstance extends Instance {
  readonly documents: Files;
  readonly media: Files;
}

export interface PublicInstance extends Instance {
  readonly members: Identity;
  readonly staff: Identity;
}
