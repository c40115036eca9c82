import * as z from 'zod/mini';
import { Slug } from '../../shared/domain/ids.ts';
import { LinkToken, linkState } from '../../shared/domain/link.ts';
import { Email } from '../../shared/domain/text.ts';
import { loadLink } from '../store/link-rows.ts';
import type { Table } from '../store/table.ts';

const Answer = z.object({
  userNotFound: z.optional(z.boolean()),
  userAttributes: z.object({ email: Email }),
  challengeAnswer: LinkToken,
  clientMetadata: z.object({ business: Slug }),
});

/**
 * Whether the answer to the challenge is the token of an invitation that works now and was sent to this very person.
 * Anybody may call Cognito with the client's id: nothing in the request is trusted, the link's record decides. An
 * answer that does not parse is simply wrong. `at` is the instant in milliseconds.
 */
export async function isLinkOf(table: Table, request: unknown, at: number): Promise<boolean> {
  const parsed = Answer.safeParse(request);
  if (!parsed.success || parsed.data.userNotFound) return false;
  const { userAttributes, challengeAnswer, clientMetadata } = parsed.data;
  const loaded = await loadLink(table, clientMetadata.business, challengeAnswer);
  if (loaded?.link.value.purpose !== 'member_invitation') return false;
  const isTheirs = loaded.link.value.email === userAttributes.email;
  return isTheirs && linkState(loaded.link.value, loaded, at) === 'valid';
}

/** What comes next in a sign-in: one question, then the tokens for a right answer and the end for a wrong one. */
export function nextStep(session: readonly { challengeName: string; challengeResult: boolean }[], isKnown: boolean) {
  const [first, ...more] = session;
  if (first === undefined) return { challengeName: 'CUSTOM_CHALLENGE', issueTokens: false, failAuthentication: false };
  const passed = isKnown && more.length === 0 && first.challengeName === 'CUSTOM_CHALLENGE' && first.challengeResult;
  return { issueTokens: passed, failAuthentication: !passed };
}
