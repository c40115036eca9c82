import { useState } from 'react';
import type { CallOf } from '../../../shared/contract/client.ts';
import type { staffOperations } from '../../../shared/contract/staff-operations.ts';
import type { PlanTerms, PlanVersion } from '../../../shared/domain/plan.ts';
import { isRefusal } from '../../common/error-words.ts';
import { useDesk } from '../app/desk.ts';
import { useSend } from '../effects/send.ts';
import { latestVersions } from './latest.ts';

type Body = CallOf<(typeof staffOperations)['publishPlan']>['body'];

/**
 * Publishes terms on top of the version that the form was opened on. When a colleague was faster, nothing is published:
 * `newer` is theirs, and what is published next goes on top of it.
 */
export function usePublishing(previous: PlanVersion | undefined) {
  const { client, setSettings } = useDesk();
  const [base, setBase] = useState(previous);
  const [newer, setNewer] = useState<PlanVersion>();
  const sending = useSend(async (body: Body, idempotencyKey) => {
    try {
      return await client.publishPlan({ body, idempotencyKey });
    } catch (error) {
      if (!isRefusal(error, 'conflicting_change')) throw error;
      const newest = await client.getSettings({});
      setSettings(() => newest);
      const theirs = latestVersions(newest.plans).find((plan) => plan.newest.planId === body.planId)?.newest;
      if (!theirs) throw error;
      setBase(theirs);
      setNewer(theirs);
      return undefined;
    }
  });

  /** Resolves to undefined when it was not published. */
  async function publish(terms: PlanTerms): Promise<PlanVersion | undefined> {
    const published = await sending.send({ ...(base ? { planId: base.planId, basedOn: base.version } : {}), terms });
    if (!published) return undefined;
    setSettings((now) => ({
      ...now,
      // As the API does: one version of a plan is on offer.
      plans: [
        ...now.plans.map((plan) => (plan.planId === published.planId ? { ...plan, offered: false } : plan)),
        published,
      ],
    }));
    return published;
  }
  return { base, newer, dismissNewer: () => setNewer(undefined), publish, busy: sending.busy, error: sending.error };
}
