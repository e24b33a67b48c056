import { expect, test } from 'vitest';
import { ask, seededStore } from '../support/ask.ts';

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
