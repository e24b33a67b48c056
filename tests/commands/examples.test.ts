import { expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { isProblem } from '../../src/cli/run.ts';
import { ask, seededStore, wordsOf } from '../support/ask.ts';

/** What must be there before an example can do its work. */
const SIGNAL: [who: string, line: string] = [
  'politie-demo',
  'signaal "Nepagent haalt sieraden op" wat:"Een nepagent komt aan de deur" vorm:nepagent',
];
const BEFORE: Readonly<Record<string, [who: string, line: string]>> = {
  signalen: SIGNAL,
  'signaal-zie-ook': SIGNAL,
  'signaal-reactie': SIGNAL,
  'signaal-koppel': SIGNAL,
  'signaal-sluit': SIGNAL,
  'signaal-wijzig': SIGNAL,
  goedkeuren: [
    'politie-demo',
    'nieuw "Praatje bij de bank" periode:"11 t/m 17 oktober 2027" doelgroep:senioren --voorstel --akkoord',
  ],
  beoordeel: [
    'politie-demo',
    'praktijk "Laat de bank terugbellen" advies:"Oefen het gesprek." bewijs:D bron:"Eigen ervaring"',
  ],
};
/** A plan's text is pasted in the form; and a workspace is linked in that workspace. */
const ASKS = ['actieplan-nieuw titel:"Actieplan 2026" sleutel:AP26', 'koppel K7QF-M2XR-9DTW'];

it.each(
  commands.filter(({ examples }) => examples.length > 0),
)('the examples of $name, one after the other, give an answer', async ({ name, examples }) => {
  const store = await seededStore();
  const before = BEFORE[name];
  if (before) expect(isProblem(await ask(store, ...before)), before[1]).toBe(false);
  for (const words of examples) {
    const line = `${name} ${words}`.trim();
    const reply = await ask(store, 'coordinator-demo', line);
    expect(isProblem(reply), `${line}: ${wordsOf(reply).slice(0, 500)}`).toBe(ASKS.includes(line));
    expect(wordsOf(reply), line).not.toMatch(/Niets gevonden|Niets heeft al|Geen (taken|acties|mensen)/);
  }
});
