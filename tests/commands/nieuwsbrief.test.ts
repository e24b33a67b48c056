import { beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../src/domain/ports.ts';
import { type Message, plainText } from '../../src/reply/reply.ts';
import { checkHtml } from '../render/html-check.ts';
import { actionsOf, ask, button, press, seededStore, wordsOf } from '../support/ask.ts';

let store: Store;
beforeAll(async () => {
  store = await seededStore();
  await ask(
    store,
    'politie-demo',
    'nieuw "Eigen zaak" periode:"1 februari 2027" doelgroep:senioren zichtbaar:eigen --akkoord',
  );
  await ask(
    store,
    'coordinator-demo',
    'nieuw "Met <b>[x](http://evil.example)" periode:"2 februari 2027" doelgroep:senioren --akkoord',
  );
});

async function letter(line: string): Promise<Message> {
  const reply = await ask(store, 'coordinator-demo', line);
  if (reply.type !== 'message') throw new Error(`${line} gives a ${reply.type}`);
  return reply;
}

/** The document that is there to copy. */
async function documentOf(line: string): Promise<string> {
  const text = (await letter(line)).sections.find((section) => section.type === 'text');
  return text?.type === 'text' ? plainText(text.text) : '';
}

describe('nieuwsbrief', () => {
  it('looks back on the past quarter and ahead to the next, and asks for dates', async () => {
    const reply = await letter('nieuwsbrief');
    expect(reply.title).toBe('Nieuwsbrief 1e kwartaal 2027: samen tegen online fraude');
    const headings = reply.sections.flatMap((section) => (section.type === 'heading' ? [section.text] : []));
    expect(headings).toEqual([
      'Terugblik op het 4e kwartaal 2026',
      'Wat er aankomt',
      'Weet jij de datum?',
      'Volg de kalender',
    ]);
    const words = wordsOf(reply);
    expect(words).toContain('Safer Internet Day 2027');
    expect(words).toContain('https://campagneregie.example/feeds/senioren.ics');
  });

  it('is read as any partner would, though a coordinator asks', async () => {
    expect(wordsOf(await letter('nieuwsbrief'))).not.toContain('Eigen zaak');
    expect(wordsOf(await letter('nieuwsbrief'))).not.toMatch(/\(demo\)|te laat|stand onbekend/);
  });

  it('is about another quarter when asked, and refuses beside the field what is none', async () => {
    expect((await letter('nieuwsbrief "Q3 2027"')).title).toContain('3e kwartaal 2027');
    const form = await ask(store, 'coordinator-demo', 'nieuwsbrief kwartaal:ooit');
    expect(form.type === 'form' && form.fields.find(({ name }) => name === 'kwartaal')?.error).toMatch(
      /kwartaal/,
    );
  });

  it('offers itself as text, HTML and Markdown, for the same quarter', async () => {
    const reply = await letter('nieuwsbrief "Q2 2027"');
    expect(actionsOf(reply).flatMap(({ args }) => args.opmaak ?? [])).toEqual(['tekst', 'html', 'markdown']);
    const text = await press(store, 'coordinator-demo', button(reply, 'Als platte tekst'));
    expect(wordsOf(text)).toContain('Nieuwsbrief 2e kwartaal 2027');
  });

  it('is one document to copy, in which a title stays words', async () => {
    const markdown = await documentOf('nieuwsbrief opmaak:markdown');
    expect(markdown).toContain('# Nieuwsbrief 1e kwartaal 2027');
    expect(markdown).toContain('Met \\<b\\>\\[x\\](http:\\//evil.example)');
    const html = await documentOf('nieuwsbrief opmaak:html');
    expect(checkHtml(html)).toEqual([]);
    expect(html).toContain('Met &lt;b&gt;');
    expect(html).not.toContain('<form');
    const text = await documentOf('nieuwsbrief opmaak:tekst');
    expect(text).toContain('Terugblik op het 4e kwartaal 2026\n---');
  });

  it('speaks English to who does', async () => {
    await ask(store, 'coordinator-demo', 'mijn-gegevens wijzig taal:en');
    expect((await letter('newsletter')).title).toBe('Newsletter Q1 2027: together against online fraud');
    await ask(store, 'coordinator-demo', 'mijn-gegevens wijzig taal:nl');
  });
});
