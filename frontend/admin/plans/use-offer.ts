import type { PlanVersion } from '../../../shared/domain/plan.ts';
import { useDesk } from '../app/desk.ts';
import { useWords } from '../app/page.ts';
import { useSend } from '../effects/send.ts';
import { useNotify } from '../parts/Notices.tsx';

export interface Offer {
  /** Resolves to undefined when it did not work; the reason is in `error`. */
  readonly set: (plan: PlanVersion, offered: boolean) => Promise<PlanVersion | undefined>;
  readonly busy: boolean;
  readonly error: unknown;
}

/** Takes a plan off offer or offers it again, here and at the API. */
export function useOffer(): Offer {
  const { client, setSettings } = useDesk();
  const words = useWords().plans;
  const notify = useNotify();
  const sending = useSend(({ planId, offered }: { planId: string; offered: boolean }) =>
    client.setPlanOffered({ path: { planId }, body: { offered } }),
  );
  return {
    async set({ planId }, offered) {
      const changed = await sending.send({ planId, offered });
      if (!changed) return undefined;
      setSettings((now) => ({
        ...now,
        plans: now.plans.map((plan) =>
          plan.planId === changed.planId && plan.version === changed.version ? changed : plan,
        ),
      }));
      notify({ text: offered ? words.offeredAgain(changed.name) : words.withdrawn(changed.name) });
      return changed;
    },
    busy: sending.busy,
    error: sending.error,
  };
}
