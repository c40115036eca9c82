import type Stripe from 'stripe';
import { type Html, html } from '../../console/html.ts';
import type { Reply } from '../../protocol/serve.ts';
import { testCards } from '../test-cards.ts';
import { type CardField, cardFields, type Typed } from './card-form.ts';
import { page } from './frame.ts';
import { money, type Words } from './words.ts';

/** Everything that the card page shows. */
export interface CheckoutView {
  readonly words: Words;
  readonly session: Stripe.Checkout.Session;
  readonly business: string;
  readonly lines: readonly Stripe.LineItem[];
  readonly typed: Typed;
  /** The address that is known already and not asked for. */
  readonly email: string | null;
  readonly error?: { readonly field: CardField; readonly text: string };
}

const autocomplete: Readonly<Record<CardField, string>> = {
  email: 'email',
  number: 'cc-number',
  expiry: 'cc-exp',
  cvc: 'cc-csc',
  name: 'cc-name',
};

/** The card page: what is paid or saved on one side, the card on the other. */
export function checkoutPage(status: number, view: CheckoutView): Reply {
  const { words, session, business } = view;
  const amount = session.mode === 'payment' ? formatted(view, session.amount_total ?? 0) : undefined;
  const title = amount === undefined ? words.saveCard : words.pay(amount);
  const path = `/c/pay/${session.id}`;
  return page(
    status,
    words.language,
    `${title} – ${business}`,
    html`<main class="checkout">
<section class="summary">
${session.cancel_url !== null && html`<p><a class="back" href="${session.cancel_url}">← ${words.back(business)}</a></p>`}
<p class="business">${business}</p>
<h1>${amount ?? words.saveCard}</h1>
<ul class="lines">${view.lines.map((line) => html`<li><span>${line.description}${(line.quantity ?? 1) > 1 && ` × ${line.quantity}`}</span><span>${formatted(view, line.amount_total)}</span></li>`)}</ul>
</section>
<form class="card" method="post" action="${path}" novalidate>
<h2>${words.details}</h2>
${cardFields.map((name) => field(view, name))}
${session.custom_text.submit && html`<p class="quiet">${session.custom_text.submit.message}</p>`}
<button class="primary" type="submit">${title}</button>
<p class="quiet">${words.simulated}</p>
<h2 id="cards">${words.testCards}</h2>
<p class="quiet">${words.testCardsHint}</p>
<ul class="cards" aria-labelledby="cards">${testCards.map(
      (card) =>
        html`<li><button type="submit" formmethod="get" formaction="${path}" formnovalidate name="fill" value="${card.number}"><span>${card.title[words.language]}</span><small>${grouped(card.number)}</small></button></li>`,
    )}</ul>
</form>
</main>`,
  );
}

function field({ words, typed, email, error }: CheckoutView, name: CardField): Html {
  if (name === 'email' && email !== null) {
    return html`<p class="field"><span class="label">${words.fields.email}</span><span class="known">${email}</span></p>`;
  }
  const wrong = error?.field === name && html` aria-invalid="true" aria-describedby="${name}-error" autofocus`;
  const mode = name === 'email' ? 'email' : name === 'name' ? 'text' : 'numeric';
  return html`<p class="field ${name}"><label for="${name}">${words.fields[name]}</label><input id="${name}" name="${name}" value="${typed[name]}" inputmode="${mode}" autocomplete="${autocomplete[name]}" required${wrong}>${wrong && html`<span class="error" id="${name}-error" role="alert">${error?.text}</span>`}</p>`;
}

/** Card numbers are read in groups of four. */
export const grouped = (number: string): string => number.replace(/\d{4}(?=\d)/g, '$& ');

function formatted({ session, words }: CheckoutView, amount: number): string {
  return money(amount, session.currency ?? 'eur', words.language);
}
