import './styles/index.css';
import { render } from 'preact';
import { businessOf } from '../common/business-slug.ts';
import { takeLinkToken } from '../common/link-token.ts';
import { createMemberSide } from '../common/member-side.ts';
import { App } from './app.tsx';
import { browserLanguage, chosenLanguage } from './state/language.ts';
import { profileChoice } from './state/profile-choice.ts';

const linkToken = takeLinkToken();
const side = createMemberSide({
  business: businessOf(location.hostname),
  language: () => document.documentElement.lang,
});
document.documentElement.lang = chosenLanguage() ?? browserLanguage(navigator.languages);
side.session.subscribe(() => {
  if (side.session.state().kind === 'signed_out') profileChoice.forget();
});

// Most visits are a member’s: ask for the session while the salon’s looks are on their way.
if (location.pathname.startsWith('/portal') && linkToken === undefined) side.session.start().catch(() => undefined);

const root = document.querySelector('#page');
if (root !== null) {
  root.replaceChildren();
  render(<App side={side} linkToken={linkToken} />, root);
}
