import { readFileSync } from 'node:fs';
import { type Html, html } from '../../console/html.ts';
import type { Reply } from '../../protocol/serve.ts';
import type { World } from '../work.ts';

// Forms may end anywhere on the web: after a payment the browser is sent back to the salon.
const policy =
  "default-src 'none'; style-src 'self'; form-action 'self' http: https:; base-uri 'none'; frame-ancestors 'none'";

/** A page of the processor's own: no script, nothing from elsewhere. */
export function page(status: number, language: string, title: string, body: Html): Reply {
  const content = html`<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><link rel="stylesheet" href="/hosted.css"></head><body>${body}</body></html>`;
  return {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': policy,
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    },
    body: content.text,
  };
}

/** A page that only says something and leads on. */
export function notice(status: number, language: string, text: string, link?: { href: string; text: string }): Reply {
  const on = link && html`<p><a href="${link.href}">${link.text}</a></p>`;
  return page(status, language, text, html`<main class="notice"><h1>${text}</h1>${on}</main>`);
}

/** Whom people pay, as the pages name it. */
export function businessName(world: World, account: string): string {
  return world.state.accounts.get(account)?.business_profile?.name ?? 'Regulars';
}

/** Sends the browser on after a form. */
export const seeOther = (location: string): Reply => ({
  status: 303,
  headers: { location, 'cache-control': 'no-store' },
});

export const styles = (): Reply => ({
  status: 200,
  headers: { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'no-store' },
  body: readFileSync(new URL('hosted.css', import.meta.url), 'utf8'),
});
