import { formatInstant } from '../../core/dates/format-date.ts';
import type { Person } from '../../domain/person/person.ts';
import { withoutPersonalData } from '../../domain/shared/personal-data.ts';
import { type Translate, translator } from '../../i18n/translate.ts';
import { htmlDocument } from '../../render/html/document.ts';
import { attributes, escapeHtml } from '../../render/html/escape.ts';
import { renderHtml } from '../../render/html/render-html.ts';
import type { Reply } from '../../reply/reply.ts';

/** What was asked and what came of it. */
export interface Exchange {
  how: 'asked' | 'pressed' | 'filled';
  asked: string;
  reply: Reply;
}

export interface ConsolePageParts {
  people: readonly { person: Person; organisation: string }[];
  current: Person;
  /** Sent along by every form of the page. */
  hidden: Readonly<Record<string, string>>;
  /** What stands in the input: the line again when it could not be carried out. */
  line: string;
  exchange: Exchange | undefined;
  /** What the bot sent this person by itself, the newest first; empty once messages go over chat or mail. */
  inbox: readonly { at: Temporal.Instant; text: string }[];
}

const ACTION = '/console';
/** The answer is looked at first, also on a telephone, where it stands below the fold. */
const TO_REPLY = '/console#reply';
const QUICK = [
  ...['kalender', 'nieuw', 'zoek', 'actieplan', 'wat-werkt', 'meldpunt', 'weekbericht', 'herinneringen'],
  ...['inrichten', 'proefdraai', 'help'],
];
/** These want to be told something first, so the button opens their form. */
const OPENS_FORM = new Set(['nieuw', 'zoek']);

/** The console: who you are, a line to type, quick buttons, and the last answer with working buttons. */
export function consolePage(parts: ConsolePageParts, offered: (command: string) => boolean): string {
  const t = translator(parts.current.locale);
  const main = [
    `<h1>${escapeHtml(t('console.title'))}</h1>`,
    `<p class="lead">${escapeHtml(t('console.intro'))}</p>`,
    '<div class="console">',
    pickerHtml(parts, t),
    lineHtml(parts, t),
    quickHtml(parts, t, offered),
    '</div>',
    parts.exchange ? exchangeHtml(parts.exchange, parts, t) : '',
    inboxHtml(parts, t),
  ].join('');
  return consoleDocument(t, parts.current.locale, t('console.title'), main);
}

/** A console page that only says something, with more below it when given. */
export function consoleNotice(title: string, text: string, more = ''): string {
  const main = `<h1>${escapeHtml(title)}</h1><p class="lead">${escapeHtml(text)}</p>${more}`;
  return consoleDocument(translator('nl'), 'nl', title, main);
}

/** The form under the notice that an access code is needed. */
export function accessCodeForm(t: Translate): string {
  return [
    `<form class="console-code" method="get" action="${ACTION}"><label for="code">${escapeHtml(t('console.code'))}</label>`,
    '<div class="row"><input id="code" name="token" type="password" autocomplete="off" required>',
    `<button class="cr-button cr-button-primary" type="submit">${escapeHtml(t('console.open'))}</button></div></form>`,
  ].join('');
}

function consoleDocument(t: Translate, locale: Person['locale'], title: string, main: string): string {
  const nav = [
    { label: t('page.calendar'), href: locale === 'en' ? '/?taal=en' : '/' },
    { label: t('page.console'), href: ACTION, current: true },
  ];
  return htmlDocument({ t, locale, title, nav, main, hidden: true });
}

function pickerHtml({ people, current }: ConsolePageParts, t: Translate): string {
  const options = people.map(({ person, organisation }) => {
    const option = attributes({ value: slugOf(person), selected: person.id === current.id });
    const role = t(`role.${person.role}`);
    return `<option${option}>${escapeHtml(`${person.name}, ${organisation}, ${role}`)}</option>`;
  });
  return [
    `<form class="who" method="get" action="${ACTION}"><label for="who">${escapeHtml(t('console.who'))}</label>`,
    `<div class="row"><select id="who" name="als">${options.join('')}</select>`,
    `<button class="cr-button" type="submit">${escapeHtml(t('console.switch'))}</button></div></form>`,
  ].join('');
}

function lineHtml({ hidden, line, exchange }: ConsolePageParts, t: Translate): string {
  const input = attributes({
    id: 'line',
    name: 'line',
    type: 'text',
    value: line,
    placeholder: t('console.placeholder'),
    autocomplete: 'off',
    autocapitalize: 'none',
    spellcheck: 'false',
    enterkeyhint: 'send',
    autofocus: !exchange,
  });
  return [
    `<form class="line" method="post" action="${TO_REPLY}">${hiddenHtml(hidden)}`,
    `<label for="line">${escapeHtml(t('console.line'))}</label><div class="row"><input${input}>`,
    `<button class="cr-button cr-button-primary" type="submit">${escapeHtml(t('console.send'))}</button></div></form>`,
  ].join('');
}

function quickHtml(
  { hidden }: ConsolePageParts,
  t: Translate,
  offered: (command: string) => boolean,
): string {
  const buttons = QUICK.filter(offered).map((command) => {
    const fields = {
      ...hidden,
      command,
      args: '{}',
      ...(OPENS_FORM.has(command) ? { opensForm: 'true' } : {}),
    };
    return `<form method="post" action="${TO_REPLY}">${hiddenHtml(fields)}<button class="chip" type="submit">${escapeHtml(command)}</button></form>`;
  });
  return `<div class="quick" role="group" aria-labelledby="quick"><span id="quick">${escapeHtml(t('console.quick'))}</span>${buttons.join('')}</div>`;
}

function exchangeHtml({ how, asked, reply }: Exchange, { hidden }: ConsolePageParts, t: Translate): string {
  const body = renderHtml(reply, { t, action: TO_REPLY, hidden });
  return [
    `<section class="exchange" aria-label="${escapeHtml(t('console.reply'))}" id="reply" tabindex="-1">`,
    `<p class="asked"><span>${escapeHtml(t(`console.${how}`))}</span> <code>${escapeHtml(shorten(withoutPersonalData(asked)))}</code></p>`,
    `<div class="answer">${body}</div></section>`,
  ].join('');
}

function inboxHtml({ inbox, current }: ConsolePageParts, t: Translate): string {
  if (inbox.length === 0) return '';
  const messages = inbox.map(({ at, text }) => {
    const moment = formatInstant(at, current.zone, current.locale);
    return `<article><h3>${escapeHtml(moment)}</h3><pre dir="auto">${escapeHtml(text)}</pre></article>`;
  });
  return `<section class="inbox"><h2>${escapeHtml(t('console.inbox', { name: current.name }))}</h2>${messages.join('')}</section>`;
}

/** Hidden inputs as they are: these values are our own, or a person's slug. */
function hiddenHtml(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => `<input type="hidden"${attributes({ name, value })}>`)
    .join('');
}

/** The part of a person's id that the page's address and forms carry. */
export function slugOf({ id }: Pick<Person, 'id'>): string {
  return id.slice('person/'.length);
}

function shorten(text: string): string {
  return text.length > 400 ? `${text.slice(0, 399)}…` : text;
}
