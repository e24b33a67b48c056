import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { translator } from '../../src/i18n/translate.ts';
import { type MailContext, renderMail } from '../../src/render/mail/render-mail.ts';
import type { Action, Message } from '../../src/reply/reply.ts';
import { anyMessage } from './arbitrary-reply.ts';
import { exampleMessage } from './examples.ts';
import { checkHtml, readHtml, unescapeHtml } from './html-check.ts';

const SITE = 'https://regie.example';
const context: MailContext = {
  t: translator('nl'),
  locale: 'nl',
  linkFor: (action) => `${SITE}/doe/${action.command}`,
  footer: {
    reason: 'Je krijgt deze mail omdat <jij> meedoet.',
    stopUrl: `${SITE}/afmelden/x`,
    siteUrl: SITE,
  },
};
const mail = (message: Message, more: Partial<MailContext> = {}) =>
  renderMail(message, { ...context, ...more });
const message = (...sections: Message['sections']): Message => ({
  type: 'message',
  title: 'Week van de Veiligheid',
  audience: 'private',
  sections,
});
const fragmentOf = (html: string) => html.replace('<!doctype html>', '');
const valuesOf = (html: string, name: string) =>
  readHtml(fragmentOf(html)).flatMap(({ attributes }) => attributes.get(name) ?? []);
const item = (index: number, actions: Action[] = []) => ({
  title: `Moment ${index}`,
  lines: ['x'.repeat(300)],
  actions,
});

describe('a message as a mail', () => {
  test('is well-formed, safe and small enough, whatever the data', () => {
    fc.assert(
      fc.property(anyMessage, (any) => {
        const { subject, text, html } = mail(any);
        expect(checkHtml(fragmentOf(html), { mayStyle: true })).toEqual([]);
        expect(html).not.toMatch(/<script|<style|javascript:|url\(|class=/i);
        for (const href of valuesOf(html, 'href')) expect(href).toMatch(/^(https?|mailto|tel):/);
        for (const src of valuesOf(html, 'src')) expect(src).toMatch(/^https?:/);
        for (const style of valuesOf(html, 'style')) expect(style).toMatch(/^[a-z0-9#%;:.,' -]+$/i);
        expect(Buffer.byteLength(html)).toBeLessThan(100_000);
        expect(subject.length).toBeLessThanOrEqual(120);
        expect(subject).not.toMatch(/\p{Cc}/u);
        expect(subject.trim()).not.toBe('');
        expect(text).not.toMatch(/[^\P{Cc}\n]/u);
        expect(text).not.toContain('javascript:alert(1))');
      }),
      { numRuns: 150 },
    );
  });

  test('holds the same in HTML and in text: every section, and every link', () => {
    const { text, html } = mail(exampleMessage);
    const said = [
      'Let op',
      'De datum is nog niet bevestigd.',
      '4 t/m 10 oktober 2027',
      'https://www.weekvandeveiligheid.nl/',
      'Wie doet mee',
      'Deelnemers',
      'Spreker op dinsdag',
      'Stand geregeld',
      `${SITE}/doe/klaar`,
      `${SITE}/doe/doe-mee`,
      `${SITE}/doe/agenda`,
      `${SITE}/afmelden/x`,
      'Je krijgt deze mail omdat <jij> meedoet.',
    ];
    for (const words of said) {
      expect(unescapeHtml(html)).toContain(words);
      expect(text).toContain(words);
    }
    expect(text).not.toContain('Typ:');
    expect(html).toContain('<html lang="nl">');
    expect(html.match(/<h1/g)).toHaveLength(1);
  });

  test('its text has short lines, but never breaks an address', () => {
    const long = `https://voorbeeld.example/${'a'.repeat(200)}`;
    const { text } = mail(
      message({ type: 'text', text: [{ text: 'Lees '.repeat(60) }, { text: 'het hele stuk', href: long }] }),
    );
    expect(text).toContain(`(${long})`);
    for (const line of text.split('\n')) if (!line.includes('https:')) expect(line.length).toBeLessThan(77);
  });

  test('leaves out what cannot be done from a mail', () => {
    const actions = [
      { label: 'Meedoen', command: 'meedoen', args: {} },
      { label: 'Wissen', command: 'wis', args: {} },
    ];
    const { text, html } = mail(message({ type: 'actions', actions }), {
      linkFor: ({ command }) => (command === 'meedoen' ? `${SITE}/doe/1` : undefined),
    });
    expect(text).toContain(`Meedoen:\n${SITE}/doe/1`);
    expect(text + html).not.toContain('Wissen');
  });

  test('a path leads to our own site, and a picture from elsewhere than the web does not show', () => {
    const { html } = mail(
      message(
        { type: 'text', text: [{ text: 'de pagina', href: '/campagnes/x' }] },
        { type: 'image', url: '/beeld.png', alt: 'Het beeld' },
        { type: 'image', url: 'data:image/png;base64,AAAA', alt: 'Geen beeld' },
      ),
    );
    expect(valuesOf(html, 'href')).toContain(`${SITE}/campagnes/x`);
    expect(valuesOf(html, 'src')).toEqual([`${SITE}/beeld.png`]);
    expect(html).toContain('>Geen beeld</p>');
  });

  test('a long message keeps whole entries, and says how many more there are', () => {
    const items = Array.from({ length: 400 }, (_, index) => item(index + 1));
    const { html, text } = mail(message({ type: 'list', items }));
    const shown = html.match(/>Moment \d+</g)?.length ?? 0;
    expect(shown).toBeGreaterThan(50);
    expect(text).toContain(`En nog ${400 - shown}.`);
    expect(html).toContain(`En nog ${400 - shown}.`);
    expect(text).toContain(`Moment ${shown}\n`);
    expect(text).not.toContain(`Moment ${shown + 1}\n`);
  });

  test('a next page that a mail cannot open is on the site', () => {
    const paged = {
      ...message({ type: 'list', items: [item(1)] }),
      next: { label: '', command: 'x', args: {} },
    };
    expect(mail(paged, { linkFor: () => undefined }).text).toContain(`kalender.\n${SITE}/`);
    expect(mail(paged).text).toContain('Volgende bladzijde:');
  });

  test('the subject is the title on one line, cut between words', () => {
    const long = { ...message(), title: `Week\r\nBcc: x@y.nl\t${'heel lange titel '.repeat(20)}` };
    const { subject } = mail(long);
    expect(subject).toMatch(/^Week Bcc: x@y\.nl heel lange titel .* (heel|lange|titel)…$/);
    expect(mail({ ...long, title: ' \n ' }).subject).toBe('Bericht van Campagneregie');
  });

  test('looks like this', () => {
    const { subject, text, html } = mail(exampleMessage);
    expect(`${subject}\n\n${text}`).toMatchSnapshot();
    expect(html.replaceAll('><', '>\n<')).toMatchSnapshot();
  });
});
