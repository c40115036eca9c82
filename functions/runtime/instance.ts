import type { IdKind } from '../../shared/domain/ids.ts';
import type { Files } from '../gateways/files.ts';
import type { Identity } from '../gateways/identity.ts';
import type { Payments } from '../gateways/payments.ts';
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

/** Connections of functions that take money. */
export interface PayingInstance extends Instance {
  readonly payments: Payments;
  /** The version of the time zone database of this runtime. */
  readonly tzdata: string;
  /** The address of a business's site, without a slash at the end. */
  readonly siteOf: (slug: string) => string;
}

export type MemberInstance = PayingInstance;

export interface StaffInstance extends PayingInstance {
  readonly documents: Files;
  readonly media: Files;
}

/** What making documents needs beside the data: logos, and the address of a business's site. */
export interface DocumentsInstance extends Instance {
  readonly media: Files;
  readonly siteOf: (slug: string) => string;
}

export interface PublicInstance extends PayingInstance {
  readonly members: Identity;
  readonly staff: Identity;
}
