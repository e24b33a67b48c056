import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { translator } from '../../src/i18n/translate.ts';
import { type HtmlContext, renderHtml } from '../../src/render/html/render-html.ts';
import type { Reply } from '../../src/reply/reply.ts';
import { anyAction, anyForm, arbitraryReply } from './arbitrary-reply.ts';
import { exampleChoice, exampleConfirm, exampleForm, exampleMessage } from './examples.ts';
import { checkHtml, type Element, readHtml } from './html-check.ts';

const context: HtmlContext = { t: translator('nl'), action: '/console?a=1&b="2"', hidden: { csrf: 'a"<b>' } };
const html = (reply: Reply) => renderHtml(reply, context);
const named = (elements: readonly Element[], name: string) =>
  elements.filter(({ attributes }) => attributes.get('name') === name).map(({ attributes }) => attributes);

describe('a reply on a page', () => {
  test('is well-formed, safe and accessible, whatever the data', () => {
    fc.assert(
      fc.property(arbitraryReply(), (reply) => {
        expect(checkHtml(html(reply))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  test('looks like this', () => {
    expect(html(exampleMessage).replaceAll('><', '>\n<')).toMatchSnapshot();
    expect(html(exampleForm).replaceAll('><', '>\n<')).toMatchSnapshot();
    expect(html(exampleChoice).replaceAll('><', '>\n<')).toMatchSnapshot();
    expect(html(exampleConfirm).replaceAll('><', '>\n<')).toMatchSnapshot();
  });

  test('every form sends the hidden fields along', () => {
    const elements = readHtml(html(exampleMessage));
    const forms = elements.filter(({ tag }) => tag === 'form');
    expect(forms.map(({ attributes }) => attributes.get('action'))).toEqual(Array(4).fill(context.action));
    expect(named(elements, 'csrf').map((input) => input.get('value'))).toEqual(Array(4).fill('a"<b>'));
  });

  test('a button sends exactly its arguments, invisible characters and all', () => {
    fc.assert(
      fc.property(anyAction, (action) => {
        const page = html({
          type: 'message',
          title: '',
          audience: 'private',
          sections: [{ type: 'actions', actions: [action] }],
        });
        const [args] = named(readHtml(page), 'args');
        expect(JSON.parse(args?.get('value') ?? '')).toEqual(action.args);
      }),
    );
  });

  test('a form has one labelled input per field, under its own name', () => {
    fc.assert(
      fc.property(anyForm, (form) => {
        const elements = readHtml(html(form));
        const [body, ...others] = elements.filter(({ tag }) => tag === 'form');
        expect(others).toEqual([]);
        expect(body).toBeDefined();
        for (const field of form.fields) expect(named(elements, `arg:${field.name}`)).not.toEqual([]);
      }),
      { numRuns: 80 },
    );
  });

  test('an error stands beside its field and is read out with it', () => {
    const elements = readHtml(html(exampleForm));
    const [input] = named(elements, 'arg:periode');
    expect(input?.get('aria-invalid')).toBe('true');
    const described = input?.get('aria-describedby')?.split(' ') ?? [];
    expect(described).toHaveLength(2);
    expect(html(exampleForm)).toContain('Deze periode begrijp ik niet.');
  });

  test('a date or time that a picker cannot show gets a line of text', () => {
    const field = { name: 'dag', label: 'Dag', required: true };
    const typeFor = (value: string, input: 'date' | 'time' = 'date') => {
      const form = { ...exampleForm, fields: [{ ...field, input, value }] };
      return named(readHtml(html(form)), 'arg:dag')[0]?.get('type');
    };
    expect(typeFor('2027-10-04')).toBe('date');
    expect(typeFor('begin oktober')).toBe('text');
    expect(typeFor('2027-02-30')).toBe('text');
    expect(typeFor('08:30', 'time')).toBe('time');
    expect(typeFor('8.30 uur', 'time')).toBe('text');
    expect(typeFor('25:00', 'time')).toBe('text');
  });

  test('a link that names another site than it goes to says where it goes', () => {
    const text = [{ text: 'Kijk op politie.nl', href: 'https://evil.example/x' }];
    const page = html({
      type: 'message',
      title: 'x',
      audience: 'private',
      sections: [{ type: 'text', text }],
    });
    expect(page).toContain('>Kijk op politie.nl (evil.example)</a>');
  });
});
