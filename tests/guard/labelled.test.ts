import { describe, expect, it } from 'vitest';
import { personalDataIn, withoutPersonalData } from '../../src/domain/shared/personal-data.ts';
import { labelledTexts, measure, precision, recall, together } from './measure.ts';

/** What was reached when this was last looked at: lower is a step back. docs/decisions/015 tells it in words. */
const FLOOR = { precision: 0.99, recall: 0.97 };
const FLOOR_PER_KIND = { precision: 0.97, recall: 0.94 };

const texts = labelledTexts();

describe('the guard on the labelled texts', () => {
  it('has at least 300 of them, about as many without personal data as with', () => {
    const without = texts.filter(({ kinds }) => kinds.size === 0).length;
    expect(texts.length).toBeGreaterThanOrEqual(300);
    expect(without / texts.length).toBeGreaterThan(0.4);
    expect(without / texts.length).toBeLessThan(0.6);
    expect(new Set(texts.map(({ text }) => text)).size).toBe(texts.length);
  });

  it('finds what is there and little else', () => {
    const { scores, faults } = measure(texts);
    const all = together(scores.values());
    const line = (name: string, score: typeof all): string =>
      `${name.padEnd(8)} precision ${precision(score).toFixed(3)}  recall ${recall(score).toFixed(3)}`;
    const lines = [...scores].map(([kind, score]) => line(kind, score));
    process.stdout.write(`${[`${texts.length} texts`, ...lines, line('all', all), ...faults].join('\n')}\n`);
    expect(precision(all)).toBeGreaterThanOrEqual(FLOOR.precision);
    expect(recall(all)).toBeGreaterThanOrEqual(FLOOR.recall);
    for (const [kind, score] of scores) {
      expect(precision(score), kind).toBeGreaterThanOrEqual(FLOOR_PER_KIND.precision);
      expect(recall(score), kind).toBeGreaterThanOrEqual(FLOOR_PER_KIND.recall);
    }
  });

  it('finds nothing any more in what it has hidden', () => {
    for (const { text } of texts) expect(personalDataIn(withoutPersonalData(text)), text).toEqual([]);
  });

  it('leaves the text as it is where it finds nothing', () => {
    for (const { text } of texts.filter(({ text }) => personalDataIn(text).length === 0))
      expect(withoutPersonalData(text)).toBe(text);
  });
});
