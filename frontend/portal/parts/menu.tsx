import { CreditCard, FileText, LogOut, Menu as MenuIcon, MessageCircle, ReceiptText, Store } from 'lucide-preact';
import { useRef, useState } from 'preact/hooks';
import { Link, useLocation } from 'wouter-preact';
import { usePortal } from '../portal-context.ts';
import { LanguageSwitch } from './language-switch.tsx';
import { ErrorNotice } from './notice.tsx';

/** The hamburger menu, top left: where to go, and “Logout” (004-021, 004-064). A native popover: Esc and a press outside close it. */
export function Menu({ email, unread }: { email: string; unread: number }) {
  const { tongue, side } = usePortal();
  const { page, questions } = tongue.words;
  const menu = useRef<HTMLElement>(null);
  const [, navigate] = useLocation();
  const [error, setError] = useState<unknown>();
  const close = () => menu.current?.hidePopover();

  async function logout() {
    setError(undefined);
    try {
      await side.session.signOut();
      navigate('/portal');
    } catch (refused) {
      setError(refused);
    }
  }

  return (
    <>
      <button
        type="button"
        class="icon"
        popovertarget="menu"
        aria-label={unread === 0 ? page.menu : `${page.menu}, ${questions.unreadCount(unread)}`}
      >
        <MenuIcon aria-hidden="true" size={24} />
        {unread > 0 && <span class="dot" />}
      </button>
      <nav id="menu" class="menu" popover="auto" ref={menu} aria-label={page.menu}>
        <p class="muted">{page.signedInAs(email)}</p>
        <Link href="/portal" onClick={close}>
          <CreditCard aria-hidden="true" size={20} />
          {page.membership}
        </Link>
        <Link href="/portal/payments" onClick={close}>
          <ReceiptText aria-hidden="true" size={20} />
          {tongue.words.billing.payments.title}
        </Link>
        <Link href="/portal/plan" onClick={close}>
          <FileText aria-hidden="true" size={20} />
          {page.yourPlan}
        </Link>
        <Link href="/portal/questions" onClick={close}>
          <MessageCircle aria-hidden="true" size={20} />
          {questions.list}
          {unread > 0 && (
            <span class="dot">
              <span aria-hidden="true">{unread}</span>
              <span class="hidden">{questions.unreadCount(unread)}</span>
            </span>
          )}
        </Link>
        <Link href="/" onClick={close}>
          <Store aria-hidden="true" size={20} />
          {page.toFrontPage}
        </Link>
        <LanguageSwitch />
        <hr />
        <button type="button" onClick={logout}>
          <LogOut aria-hidden="true" size={20} />
          {page.logout}
        </button>
        <ErrorNotice error={error} />
      </nav>
    </>
  );
}
