import { expect, test } from 'vitest';
import { PROGRAM } from '../../src/domain/access/actor.ts';
import { scopeOf } from '../../src/domain/access/visibility.ts';
import { ask, seededStore } from '../support/ask.ts';
import { NOW } from '../support/test-store.ts';

test.each([
  ['politie-demo', 'nl'],
  ['fin-demo', 'en'],
])('the options of a form are in the order of their names: for %s in %s', async (who, locale) => {
  const form = await ask(await seededStore(), who, 'nieuw');
  const fields = form.type === 'form' ? form.fields : [];
  for (const name of ['doelgroep', 'trekker']) {
    const labels = fields.find((field) => field.name === name)?.options?.map(({ label }) => label) ?? [];
    expect(labels.length, name).toBeGreaterThan(5);
    expect(labels).toEqual(labels.toSorted(new Intl.Collator(locale).compare));
  }
});

test('the form of a campaign shows its days, and none while they are not known: those are to be chosen', async () => {
  const store = await seededStore();
  const scope = scopeOf(PROGRAM, NOW);
  const campaigns = await store.list('campaign', scope);
  const periodShown = async (id: string | undefined) => {
    const form = await ask(store, 'coordinator-demo', `verzet ${id}`);
    return form.type === 'form' ? form.fields.find(({ name }) => name === 'periode') : undefined;
  };
  const dated = campaigns.find(({ period }) => period && period.start < period.end);
  expect(await periodShown(dated?.id)).toMatchObject({
    input: 'period',
    value: `${dated?.period?.start} t/m ${dated?.period?.end}`,
  });
  const undated = campaigns.find(({ period }) => period === null);
  expect(undated).toBeDefined();
  expect(await periodShown(undated?.id)).toMatchObject({ input: 'period', required: true });
  expect(await periodShown(undated?.id)).not.toHaveProperty('value');
});
