// The console's own script: plain JavaScript, served as it is.
const $ = (id) => document.getElementById(id);
const month = (from) => {
  const to = new Date(from);
  to.setMonth(to.getMonth() + 1);
  return to.getTime();
};

let ahead = 0;

async function ask(path, options) {
  const response = await fetch(`/_local/${path}`, options);
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.detail);
  return answer;
}

function element(name, text, className) {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  if (className) made.className = className;
  return made;
}

const shortTime = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
const clockTime = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });
const fullDate = new Intl.DateTimeFormat(undefined, { dateStyle: 'full' });

function showTime() {
  const now = new Date(Date.now() + ahead);
  $('now').textContent = clockTime.format(now);
  $('now').dateTime = now.toISOString();
  $('today').textContent = fullDate.format(now);
}

function showJourney(journey) {
  $('journey').hidden = !journey;
  for (const button of document.querySelectorAll('.moves button')) button.disabled = Boolean(journey);
  if (!journey) return;
  $('progress').value = (journey.reached - journey.from) / (journey.to - journey.from);
  $('journey-text').textContent = `Living through the days: ${shortTime.format(journey.reached)}`;
}

async function readClock() {
  const { now, journey, nextDue } = await ask('clock');
  ahead = now - Date.now();
  $('to-next').hidden = nextDue === null;
  $('to-next').dataset.to = nextDue?.at ?? '';
  $('to-next').textContent = nextDue ? `To the next ${nextDue.kind}` : '';
  showJourney(journey);
  showTime();
  return journey;
}

async function move(body) {
  $('problem').hidden = true;
  showJourney({ from: 0, to: 1, reached: 0 });
  $('journey-text').textContent = 'On the way …';
  const watch = setInterval(() => void readClock().catch(() => {}), 300);
  try {
    await ask('clock', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  } catch (error) {
    $('problem').textContent = error.message;
    $('problem').hidden = false;
  } finally {
    clearInterval(watch);
    await refresh();
  }
}

document.querySelector('.moves').addEventListener('click', ({ target }) => {
  const { advance, to } = target.dataset;
  if (to) void move({ to: Number(to) });
  else if (advance === 'month') void move({ to: month(Date.now() + ahead) });
  else if (advance) void move({ advanceMs: Number(advance) });
});

document.addEventListener('click', async ({ target }) => {
  const button = target.closest('[data-copy]');
  if (!button) return;
  await navigator.clipboard.writeText(button.dataset.copy);
  button.dataset.copied = '';
  setTimeout(() => delete button.dataset.copied, 1200);
});

function fill(id, items, row) {
  const list = $(id);
  // A list that somebody reads in must not jump: only what changed is drawn again.
  const version = JSON.stringify(items);
  if (list.dataset.version === version) return;
  list.dataset.version = version;
  const open = new Set([...list.querySelectorAll('details[open]')].map(({ dataset }) => dataset.key));
  const rows = items.map(row);
  for (const details of rows.flatMap((one) => [...one.querySelectorAll('details')]))
    details.open = open.has(details.dataset.key);
  list.replaceChildren(...(rows.length > 0 ? rows : [element('li', list.dataset.empty, 'empty')]));
}

function foldable(key, when, title, more, isBad) {
  const row = element('li');
  const details = element('details');
  details.dataset.key = key;
  const summary = element('summary');
  summary.append(element('span', when, 'when'), element('span', title, isBad ? 'bad' : ''));
  details.append(summary, element('pre', more));
  row.append(details);
  return row;
}

const eventRow = ({ id, time, type, detail, deliveries }) => {
  const isBad = deliveries.some(({ outcome }) => outcome === 'dead-lettered' || outcome === 'dropped');
  return foldable(id, shortTime.format(new Date(time)), type, JSON.stringify({ detail, deliveries }, null, 2), isBad);
};
const mailRow = ({ id, at, to, subject, text }) =>
  foldable(id, shortTime.format(new Date(at)), `${subject} → ${to.join(', ')}`, text, false);
function money(amount, currency) {
  const format = new Intl.NumberFormat(undefined, { style: 'currency', currency });
  return format.format(amount / 10 ** format.resolvedOptions().maximumFractionDigits);
}
const words = (name) => name.replaceAll('_', ' ');
const paymentRow = ({ id, at, business, amount, currency, status, description, reason }) => {
  const outcome = reason ? `${words(status)}: ${words(reason)}` : words(status);
  const title = `${money(amount, currency)} · ${business} · ${outcome}`;
  return foldable(id, shortTime.format(new Date(at)), title, `${description}\n${id}`, status === 'failed');
};
const logRow = ({ functionName, text }) => {
  const row = element('li');
  row.append(element('span', functionName, 'when'), document.createTextNode(' '), element('code', text));
  return row;
};

async function refresh() {
  const [, { events }, { mails }, { payments }, { lines }] = await Promise.all([
    readClock(),
    ask('events'),
    ask('mails'),
    ask('payments'),
    ask('logs?limit=100'),
  ]);
  fill('events', events.slice(0, 100), eventRow);
  fill('mails', mails.slice(0, 50), mailRow);
  fill('payments', payments.slice(0, 50), paymentRow);
  fill('logs', lines.toReversed(), logRow);
}

showTime();
setInterval(showTime, 1000);
await refresh();
setInterval(() => document.hidden || void refresh().catch(() => {}), 2000);
