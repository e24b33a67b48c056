import { beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../src/domain/ports.ts';
import { ask, seededStore, wordsOf } from '../support/ask.ts';

let store: Store;
beforeAll(async () => {
  store = await seededStore();
});

describe('tasks and taking part', () => {
  it('move with the campaign that they belong to', async () => {
    await ask(store, 'politie-demo', 'nieuw "Met taken" periode:"1 juni 2027" doelgroep:daters --akkoord');
    const added = await ask(
      store,
      'politie-demo',
      'taak toevoegen "met taken" "Stand boeken" termijn:"60 dagen voor begin" wie:politie',
    );
    expect(wordsOf(added)).toMatch(/2 april 2027/);
    await ask(store, 'politie-demo', 'verzet "met taken" periode:"1 augustus 2027" --akkoord');
    expect(wordsOf(await ask(store, 'politie-demo', 'taak lijst "met taken"'))).toMatch(/2 juni 2027/);
    const done = await ask(store, 'politie-demo', 'taak klaar "met taken" stand');
    expect(wordsOf(done)).toMatch(/klaar/);
  });

  it('note what an organisation says, and let it change its mind', async () => {
    const yes = await ask(store, 'nvb-demo', 'meedoen "met taken" antwoord:ja bijdrage:"posters in de bank"');
    expect(wordsOf(yes)).toMatch(/NVB doet mee[\s\S]*posters in de bank/);
    const no = await ask(store, 'nvb-demo', 'meedoen "met taken" antwoord:nee');
    expect(wordsOf(no)).toMatch(/NVB doet niet mee/);
    expect(
      wordsOf(await ask(store, 'nvb-demo', 'meedoen "met taken" antwoord:ja organisatie:politie')),
    ).toMatch(/eigen organisatie/);
  });
});
