import { Html, html } from './html.ts';
import type { Account, ConsoleModel, Salon } from './model.ts';

const hour = 3_600_000;
const moves = [
  { label: '+1 hour', advance: hour },
  { label: '+1 day', advance: 24 * hour },
  { label: '+1 month', advance: 'month' },
] as const;

const copyIcon = new Html(
  '<svg viewBox="0 0 16 16" aria-hidden="true"><rect x="5" y="5" width="8" height="8" rx="1.5"/><path d="M3 10.5v-6A1.5 1.5 0 0 1 4.5 3h6"/></svg>',
);

function copyable(text: string, what: string): Html {
  return html`<button class="copy" type="button" data-copy="${text}" aria-label="Copy ${what}"><code>${text}</code>${copyIcon}</button>`;
}

/** `memberUsedUp` → `member used up`. */
const words = (kind: string) => kind.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

function accountRow([kind, { name, email, password }]: [string, Account]): Html {
  return html`<div>
    <dt>${words(kind)} · ${name}</dt>
    <dd>${copyable(email, `e-mail of ${name}`)}</dd>
    <dd>${copyable(password, `password of ${name}`)}</dd>
  </div>`;
}

function salonCard({ name, site, portal, admin }: Salon, accounts: Readonly<Record<string, Account>>): Html {
  return html`<article class="card">
    <h3>${name}</h3>
    <nav aria-label="${name}">
      <a href="${site}">Site</a><a href="${portal}">Member portal</a><a href="${admin}">Front desk</a>
    </nav>
    <dl>${Object.entries(accounts).map(accountRow)}</dl>
  </article>`;
}

function salons(model: ConsoleModel): Html {
  const accounts = model.accounts();
  const found = model.salons();
  if (found.length === 0) return html`<p class="empty">No salons yet: they appear here as soon as they are set up.</p>`;
  return html`<div class="cards">${found.map((salon) => salonCard(salon, accounts[salon.slug] ?? {}))}</div>`;
}

function stream(id: string, title: string, empty: string, aside: unknown = ''): Html {
  return html`<section aria-labelledby="${id}-title">
    <header><h2 id="${id}-title">${title}</h2>${aside}</header>
    <ol class="stream" id="${id}" data-empty="${empty}"><li class="empty">${empty}</li></ol>
  </section>`;
}

/** The console's page. What changes is filled in by its script. */
export function renderPage(model: ConsoleModel): string {
  return html`<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <title>Regulars on this laptop</title>
  <link rel="icon" href="data:,">
  <link rel="stylesheet" href="/_local/console.css">
  <script type="module" src="/_local/console.js"></script>
</head>
<body>
  <header class="top">
    <p class="brand">Regulars <span>on this laptop</span></p>
    <a href="${model.inbox}">Inbox</a>
  </header>
  <main>
    <section class="clock" aria-labelledby="clock-title">
      <h1 id="clock-title">The salon’s time</h1>
      <p class="time"><time id="now" datetime="${new Date(model.now()).toISOString()}"></time></p>
      <p class="date" id="today"></p>
      <div class="moves">
        ${moves.map(({ label, advance }) => html`<button type="button" data-advance="${advance}">${label}</button>`)}
        <button type="button" id="to-next" hidden></button>
      </div>
      <div id="journey" hidden><progress id="progress" max="1"></progress><p id="journey-text" role="status"></p></div>
      <p class="problem" id="problem" role="alert" hidden></p>
    </section>
    <section aria-labelledby="salons-title">
      <header><h2 id="salons-title">Salons</h2></header>
      ${salons(model)}
    </section>
    <div class="columns">
      ${stream('mails', 'Mails', 'No mails yet. An invitation or a password link shows up here.', html`<a href="${model.inbox}">Open the inbox</a>`)}
      ${stream('payments', 'Payments', 'No payments yet. Every try to charge a card shows up here.', html`<span class="hint">Test cards are on the card page</span>`)}
    </div>
    ${stream('events', 'Events', 'No events yet. Whatever a salon does is announced here.')}
    ${stream('logs', 'Function logs', 'Nothing has run yet.')}
  </main>
</body>
</html>
`.text;
}
