import { addDays } from '../../shared/domain/calendar.ts';
import { offeredLines } from '../../shared/domain/estimate-offer.ts';
import { totalOf } from '../../shared/domain/period-invoice.ts';
import { demoPassword } from './accounts.ts';
import { keyFor, once } from './calls.ts';
import type { Desk } from './client-story.ts';
import type { Known } from './portal-logins.ts';
import { memberWith, type World } from './world.ts';

/** Sends a client the estimate of their story, and accepts it where the story says so. Nothing for others. */
export async function tellEstimate(world: World, desk: Desk, [client, memberId]: Known): Promise<void> {
  const { salon, catalogue, team, visitor } = desk;
  const { offered, email, name } = client;
  if (!offered) return;
  const { slug, tax, currency } = salon;
  const { title, lines, remark, forDays, accepted } = offered;
  const total = { amount: totalOf(offeredLines(lines, tax)), currency };
  const sent = await once(
    team.receptionist.sendEstimate({
      path: { memberId },
      body: { title, lines: [...lines], remark, validUntil: addDays(catalogue.today, forDays), total },
      idempotencyKey: keyFor(slug, ...name, 'estimate'),
    }),
  );
  if (!accepted || email === undefined || sent === undefined) return;
  const { accessToken } = await visitor.openSession({ body: { email, password: demoPassword(slug) } });
  await once(
    memberWith(world, slug, accessToken).acceptOwnEstimate({
      path: { memberId, estimateId: sent.estimateId },
      body: { agreed: true, total },
      idempotencyKey: keyFor(slug, ...name, 'estimate', 'accept'),
    }),
  );
}
