import { beforeAll, describe, expect, it } from 'vitest';
import { OUTSIDER } from '../../src/domain/access/actor.ts';
import type { Store } from '../../src/domain/ports.ts';
import { ask, seededStore, wordsOf } from '../support/ask.ts';

let store: Store;
beforeAll(async () => {
  store = await seededStore();
});

describe('toon', () => {
  it('of an action shows its words, how they were read, and what is not known', async () => {
    const words = wordsOf(await ask(store, 'jenv-demo', 'toon AP24-2.07'));
    expect(words).toContain('De sectoren afhankelijk van de oplossingsrichting');
    expect(words).toContain('Q2 en Q3 (jaar niet genoemd)');
    expect(words).toContain('Juridische ondersteuning door Privacy expertgroep');
    expect(words).toContain('Het plan is afgelopen op 31 december 2025.');
    expect(words).toContain('Nog niets gemeld.');
  });

  it('of an organisation shows its former names with their days, and what it leads', async () => {
    const words = wordsOf(await ask(store, 'jenv-demo', 'toon EZ'));
    expect(words).toContain('Ministerie van Economische Zaken (EZ) (2 juli 2024 t/m 22 februari 2026)');
    expect(words).toContain('Eva Testra (demo)');
    expect(words).toContain('Alert Online en European Cybersecurity Month 2027');
    expect(words).toContain('Trekt 4 acties');
  });

  it('of an organisation tells outsiders and channels no names of people and no states', async () => {
    for (const reply of [
      await ask(store, OUTSIDER, 'toon EZK'),
      await ask(store, 'coordinator-demo', 'toon EZK', { audience: 'channel' }),
    ]) {
      expect(wordsOf(reply)).not.toContain('Testra');
      expect(wordsOf(reply)).not.toContain('stand onbekend');
    }
  });

  it('of a series shows its rule, on what that rests, its sources and all editions', async () => {
    const words = wordsOf(await ask(store, OUTSIDER, 'toon series/week-van-de-veiligheid'));
    for (const part of [
      'elk jaar in week 41, 7 dagen lang',
      'Nagerekend voor 2012',
      'Utrecht Centrum-Oost',
      'Week van de Veiligheid 2028',
      'Week van de Veiligheid 2012',
    ])
      expect(words).toContain(part);
    expect(wordsOf(await ask(store, OUTSIDER, 'toon series/black-friday'))).toContain('1 dag later');
  });

  it('of a series that may not go on says so', async () => {
    expect(wordsOf(await ask(store, OUTSIDER, 'toon series/50plusbeurs'))).toContain(
      'Het is niet bekend of er een volgende editie komt.',
    );
  });

  it('speaks English to who reads English', async () => {
    const words = wordsOf(await ask(store, 'fin-demo', 'show series/week-van-de-veiligheid'));
    expect(words).toContain('every year in week 41, for 7 days');
  });
});
