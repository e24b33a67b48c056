import { beforeAll, describe, expect, it } from 'vitest';
import { OUTSIDER } from '../../src/domain/access/actor.ts';
import type { Store } from '../../src/domain/ports.ts';
import { type Message, plainText, type Reply } from '../../src/reply/reply.ts';
import { ask, press, seededStore, wordsOf } from '../support/ask.ts';
import { put } from '../support/test-store.ts';

let store: Store;
beforeAll(async () => {
  store = await seededStore();
});

function message(reply: Reply): Message {
  if (reply.type !== 'message') throw new Error(`a message was expected, not ${reply.type}`);
  return reply;
}
/** The titles under each heading. */
function shelves(reply: Reply): Map<string, string[]> {
  const found = new Map<string, string[]>();
  let heading = '';
  for (const section of message(reply).sections) {
    if (section.type === 'heading') heading = section.text;
    if (section.type === 'list')
      found.set(
        heading,
        section.items.map(({ title }) => plainText(title)),
      );
  }
  return found;
}
const titles = (reply: Reply) => [...shelves(reply).values()].flat();
const asked = (line: string) => ask(store, OUTSIDER, line);
const WARNINGS = 'Waarschuwingen: dit werkte niet, of averechts';

describe('wat-werkt', () => {
  it('shows all twenty practices once, ten to a page', async () => {
    const first = await asked('wat-werkt');
    const second = await press(store, OUTSIDER, message(first).next!);
    expect(titles(first)).toHaveLength(10);
    expect(new Set([...titles(first), ...titles(second)]).size).toBe(20);
    expect(message(second).next).toBeUndefined();
  });

  it('keeps what did not work apart from the advice, marked in its title', async () => {
    const found = shelves(await asked('wat-werkt'));
    expect(found.get(WARNINGS)).toEqual([
      'Let op: Phishingtraining van personeel is niet genoeg',
      'Let op: Test eerst bij de doelgroep',
    ]);
    expect(found.get('Aanpakken')?.some((title) => title.startsWith('Let op'))).toBe(false);
    expect(wordsOf(await asked('wat-werkt'))).toContain('Neem dit niet over als aanpak');
  });

  it('says with every practice what its evidence means', async () => {
    for (const section of message(await asked('wat-werkt')).sections)
      if (section.type === 'list')
        for (const { lines } of section.items)
          expect(plainText(lines[0]!)).toMatch(/bewijs [ABCD]: |LET OP, X: /);
  });

  it.each([
    ['wat-werkt bewijs:X', 2],
    ['wat-werkt vorm:phishing bewijs:X', 2],
    ['wat-werkt whatsappfraude', 8],
    ['wat-werkt doelgroep:senioren bewijs:A', 1],
    ['practices evidence:A form:beleggingsfraude audience:beleggers', 1],
    ['wat-werkt xyzzyqq', 0],
  ])('%s', async (line, count) => {
    expect(titles(await asked(line))).toHaveLength(count);
  });

  it('finds what is about a role, and leaves that out of a form it is not about', async () => {
    const mules = titles(await asked('wat-werkt vorm:geldezel'));
    expect(mules).toContain('Laat jongeren het ronselen naspelen');
    expect(titles(await asked('wat-werkt vorm:phishing'))).not.toContain(
      'Laat jongeren het ronselen naspelen',
    );
    expect(titles(await asked('wat-werkt geldezel'))).toContain('Laat jongeren het ronselen naspelen');
  });
});

describe('a practice', () => {
  it('is shown with its advice, evidence, note, sources and where it fits', async () => {
    const words = wordsOf(await asked('toon BP-03'));
    for (const part of [
      'Advies',
      'A: getest in een experiment',
      'Veldexperiment in het buitenland',
      'PMC4199235',
      'Beleggingsfraude',
    ])
      expect(words).toContain(part);
  });

  it('that is a warning never calls itself advice', async () => {
    for (const key of ['BP-14', 'BP-18']) {
      const reply = message(await asked(`toon ${key}`));
      const labels = reply.sections.flatMap((section) =>
        section.type === 'fields' ? section.fields.map(({ label }) => label) : [],
      );
      expect(reply.title).toContain('Let op:');
      expect(labels).not.toContain('Advies');
      expect(reply.sections[0]).toMatchObject({ type: 'notice', tone: 'warning' });
    }
  });

  it('names the campaigns that use it', async () => {
    const fresh = await seededStore();
    const [campaign] = (await fresh.entries({ scope: scopeAll, limit: 1, from: '2027-01-01' })).campaigns;
    await put(fresh, { ...campaign!, practices: ['practice/bp-03'] });
    expect(wordsOf(await ask(fresh, OUTSIDER, 'toon BP-03'))).toContain(campaign!.title);
  });
});

const scopeAll = {
  everything: true,
  partners: true,
  organisations: [],
  groups: [],
  at: '2026-11-23T09:00:00Z',
};
