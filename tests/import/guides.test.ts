import { describe, expect, it } from 'vitest';
import type { Guide } from '../../src/domain/guide/guide.ts';
import { ofKind } from './calendars.ts';

const guides = ofKind('guide');
const forms = ofKind('form');
const points = ofKind('helppoint');
const stepsOf = ({ steps, avoid }: Guide) => [...steps, ...avoid];

describe('the first steps in the calendar files', () => {
  it('all have a source with an address, and the day on which it was read', () => {
    expect(guides.length).toBeGreaterThan(10);
    for (const guide of guides)
      for (const { source } of stepsOf(guide)) {
        expect(source, guide.id).toMatchObject({ text: /./, url: /^https:/, checkedOn: '2026-11-23' });
      }
  });

  it('hold no telephone number but 112: others are shown only once somebody has called them', () => {
    for (const guide of guides)
      for (const { text } of stepsOf(guide))
        expect(`${text.nl} ${text.en}`, guide.id).not.toMatch(/(?!\b112\b)\d{3}/);
  });

  it('are for each form and each kind of victim at most once, with general ones for both', () => {
    const keys = guides.flatMap(({ form, serves }) => serves.map((one) => `${form ?? 'every form'} ${one}`));
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).toEqual(expect.arrayContaining(['every form citizen', 'every form business']));
  });

  it('send nobody to a point that does not serve them', () => {
    for (const { id, steps, serves } of guides)
      for (const { helpPoint } of steps)
        expect(points.find((one) => one.id === helpPoint)?.serves, id).toEqual(
          expect.arrayContaining(serves),
        );
  });

  it('name the point that is first for their form', () => {
    for (const { id } of forms) {
      const first = points.find((one) => one.forms.some(({ form, rank }) => form === id && rank === 1));
      for (const guide of guides.filter(({ form }) => form === id))
        expect(
          guide.steps.map(({ helpPoint }) => helpPoint),
          guide.id,
        ).toContain(first?.id);
    }
  });
});
