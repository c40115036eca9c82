import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Household, PersonName, SharedCredits } from '../../../shared/contract/views.ts';
import { capital, creditInWords } from '../../../shared/wording/describe.ts';
import { usePortal } from '../portal-context.ts';
import type { Own } from '../state/own.ts';
import { useLoad } from '../state/use-load.ts';
import { useSend } from '../state/use-send.ts';
import { Dialog } from './dialog.tsx';
import { ErrorNotice } from './notice.tsx';

/** What others share with the member, and with whom the member shares (rule C10); `nothing` where there is neither. */
export function Sharing({ nothing, ...own }: Own & { nothing?: ComponentChildren }) {
  const { side } = usePortal();
  const { memberId } = own.profile;
  const [sharing, again] = useLoad(() => side.client.getOwnSharing({ path: { memberId } }), memberId);
  if (sharing.kind === 'loading') return null;
  if (sharing.kind === 'failed') return <ErrorNotice error={sharing.error} />;
  const { shared, households } = sharing.value;
  const shown = households.filter(({ people }) => people.length > 0);
  return (
    <>
      {shared.length + shown.length === 0 && nothing}
      {shared.length > 0 && <SharedWithMe shared={shared} own={own} />}
      {shown.map((household) => (
        <MyHousehold key={household.membershipId} household={household} own={own} changed={again} />
      ))}
    </>
  );
}

function SharedWithMe({ shared, own }: { shared: readonly SharedCredits[]; own: Own }) {
  const { business, tongue } = usePortal();
  const { sharing } = tongue.words;
  return (
    <section aria-labelledby="shared">
      <h2 id="shared">{sharing.title}</h2>
      {shared.map(({ membershipId, holder, plan, usability, left, credits }) => (
        <div key={membershipId}>
          <h3 class="small">{sharing.from(holder.name, plan)}</h3>
          {usability === 'on_hold' && <p>{sharing.resting}</p>}
          {credits.length === 0 && <p class="muted">{sharing.nothing}</p>}
          <ul class="groups">
            {credits.map(({ kind, serviceIds, available }) => (
              <li key={serviceIds.join(' ')}>
                {capital(
                  creditInWords({ kind, units: available, serviceIds }, business.currency, own.services, tongue),
                )}
              </li>
            ))}
          </ul>
          {left !== undefined && <p>{sharing.left(left)}</p>}
        </div>
      ))}
      <p class="muted">{sharing.showAtDesk}</p>
    </section>
  );
}

function MyHousehold({ household, own, changed }: { household: Household; own: Own; changed: () => void }) {
  const { sharing } = usePortal().tongue.words;
  const [leaving, setLeaving] = useState<PersonName>();
  const { membershipId, people } = household;
  const plan = own.memberships.find((one) => one.membershipId === membershipId)?.plan.name ?? '';
  const title = `household-${membershipId}`;
  return (
    <section aria-labelledby={title}>
      <h2 id={title}>{sharing.others(plan)}</h2>
      <ul class="parts">
        {people.map((person) => (
          <li key={person.memberId}>
            <span>{person.name}</span>
            <button
              type="button"
              class="secondary"
              aria-label={sharing.removeOf(person.name)}
              onClick={() => setLeaving(person)}
            >
              {sharing.remove}
            </button>
          </li>
        ))}
      </ul>
      <p class="muted">{sharing.addAtSalon}</p>
      {leaving && (
        <RemovePerson
          person={leaving}
          path={{ memberId: own.profile.memberId, membershipId }}
          changed={changed}
          closed={() => setLeaving(undefined)}
        />
      )}
    </section>
  );
}

function RemovePerson(props: {
  person: PersonName;
  path: { memberId: string; membershipId: string };
  changed: () => void;
  closed: () => void;
}) {
  const { side, tongue } = usePortal();
  const { sharing } = tongue.words;
  const { person, path } = props;
  const { send, busy, error } = useSend((memberId: string, idempotencyKey) =>
    side.client.stopSharingOwnMembership({ path, body: { memberId }, idempotencyKey }),
  );
  async function remove(close: () => void) {
    if (!(await send(person.memberId))) return;
    close();
    props.changed();
  }
  return (
    <Dialog title={sharing.removeTitle(person.name)} busy={busy} closed={props.closed}>
      {(close) => (
        <>
          <p>{sharing.removeText(person.name)}</p>
          <ErrorNotice error={error} />
          <div class="ways">
            <button type="button" class="primary" aria-disabled={busy} onClick={() => busy || void remove(close)}>
              {sharing.remove}
            </button>
            <button type="button" class="secondary" aria-disabled={busy} onClick={() => busy || close()}>
              {sharing.keep}
            </button>
          </div>
        </>
      )}
    </Dialog>
  );
}
