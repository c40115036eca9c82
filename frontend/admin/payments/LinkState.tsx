import { Mail, MailOpen, TriangleAlert } from 'lucide-react';
import { useDesk } from '../app/desk.ts';
import { useSpeech } from '../app/page.ts';
import type { Billing } from './open-payments.ts';
import styles from './Payments.module.css';

/** Whether the link was sent, when, whether it was opened, and whether mails arrive at all (000-047). */
export function LinkState({ billing: { link, undeliverable } }: { billing: Pick<Billing, 'link' | 'undeliverable'> }) {
  const { settings } = useDesk();
  const { words, instant } = useSpeech();
  const w = words.payments;
  const at = (time: number) => instant(time, settings.business.timeZone);
  return (
    <>
      <p className={styles.state}>
        {link?.openedAt === undefined ? <Mail size={14} aria-hidden /> : <MailOpen size={14} aria-hidden />}
        {link === undefined
          ? w.linkNone
          : `${w.linkSent(at(link.sentAt))}, ${link.openedAt === undefined ? w.linkUnopened : w.linkOpened(at(link.openedAt))}`}
      </p>
      {undeliverable && (
        <p className={styles.state} data-bad>
          <TriangleAlert size={14} aria-hidden />
          {w.undeliverable[undeliverable]}
        </p>
      )}
    </>
  );
}
