import { describe, expect, it } from 'vitest';
import { shownPhones, waitingPhones } from '../../../src/domain/help-point/shown-phones.ts';

const at = (text: string) => Temporal.Instant.from(text);
const point = (confirmedAt?: string) => ({
  phones: [{ number: '0900-8844', source: { text: 'bron' }, ...(confirmedAt ? { confirmedAt } : {}) }],
});
const shows = (confirmedAt: string | undefined, now: string) =>
  shownPhones(point(confirmedAt), at(now)).length === 1;

describe('a telephone number', () => {
  it('that nobody confirmed is never shown', () => {
    expect(shows(undefined, '2026-11-23T09:00:00Z')).toBe(false);
    expect(waitingPhones(point(), at('2026-11-23T09:00:00Z'))).toHaveLength(1);
  });

  it('is shown until exactly six months after its confirmation, on the clock of the Netherlands', () => {
    // Winter time then, summer time six months later: the same hour on the wall is an hour earlier.
    const confirmed = '2026-11-23T09:00:00Z';
    expect(shows(confirmed, '2026-11-23T09:00:00Z')).toBe(true);
    expect(shows(confirmed, '2027-05-23T07:59:59.999Z')).toBe(true);
    expect(shows(confirmed, '2027-05-23T08:00:00Z')).toBe(false);
    expect(waitingPhones(point(confirmed), at('2027-05-23T08:00:00Z'))).toHaveLength(1);
  });

  it('that was confirmed on the last of a long month is shown until the last of a short one', () => {
    expect(shows('2026-08-31T10:00:00Z', '2027-02-28T10:59:00Z')).toBe(true);
    expect(shows('2026-08-31T10:00:00Z', '2027-02-28T11:00:00Z')).toBe(false);
  });
});
