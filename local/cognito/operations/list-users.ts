import * as z from 'zod/mini';
import { type Pool, poolById } from '../context.ts';
import { invalidParameter, notEmulated } from '../failure.ts';
import * as parameter from '../parameters.ts';
import type { User } from '../store.ts';
import { describeUser, findByEmail, findUser } from '../users.ts';
import { operation } from './operation.ts';

const filterSyntax = /^\s*"?(email|sub)"?\s*=\s*"((?:[^"\\]|\\.)*)"\s*$/;

export const listUsers = operation({
  signed: true,
  parameters: z.object({
    UserPoolId: parameter.userPoolId,
    AttributesToGet: z.optional(z.array(parameter.attributeName)),
    Limit: z.optional(z.int().check(z.minimum(0), z.maximum(60))),
    PaginationToken: z.optional(z.string().check(z.regex(/^\S+$/))),
    Filter: z.optional(z.string().check(z.maxLength(256))),
  }),
  run: (context, { UserPoolId, AttributesToGet, Limit = 60, PaginationToken, Filter = '' }) => {
    const pool = poolById(context, UserPoolId);
    const found = Filter === '' ? Object.values(pool.state.users) : matching(pool, Filter);
    const start = PaginationToken === undefined ? 0 : pageStart(PaginationToken);
    const size = Limit === 0 ? 60 : Limit;
    const end = start + size;
    return {
      Users: found.slice(start, end).map((user) => {
        const shown = describeUser(user);
        const chosen = shown.Attributes.filter(({ Name }) => AttributesToGet?.includes(Name) ?? true);
        return { ...shown, Attributes: chosen };
      }),
      ...(end < found.length && { PaginationToken: Buffer.from(`from:${end}`).toString('base64url') }),
    };
  },
});

function matching(pool: Pool, text: string): User[] {
  const [, name, value] = filterSyntax.exec(text) ?? [];
  if (name === undefined || value === undefined) throw notEmulated(`the filter ${text}; use email = "…" or sub = "…".`);
  const wanted = value.replace(/\\(.)/g, '$1');
  const user = name === 'email' ? findByEmail(pool, wanted) : findUser(pool, wanted);
  return user === undefined || (name === 'sub' && user.sub !== wanted) ? [] : [user];
}

function pageStart(token: string): number {
  const start = /^from:(\d+)$/.exec(Buffer.from(token, 'base64url').toString())?.[1];
  if (start === undefined) throw invalidParameter('Invalid pagination token.');
  return Number(start);
}
