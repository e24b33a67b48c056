import { expect, it } from 'vitest';
import type { NudgeFacts } from '../../src/domain/nudge/facts.ts';
import { translator } from '../../src/i18n/translate.ts';
import { nudgeButtons } from '../../src/views/nudge-buttons.ts';
import { RULES } from '../support/test-store.ts';
import { sampleHelpPoint } from './records.ts';

const t = translator('nl');
const view = {
  t,
  locale: 'nl',
  today: Temporal.PlainDate.from('2027-03-01'),
  name: () => undefined,
} as const;
const rule = RULES.rules.find(({ key }) => key === 'help-point-check');
const labels = (subject: ReturnType<typeof sampleHelpPoint>) =>
  nudgeButtons(rule?.buttons ?? [], { nudge: { id: 'n' }, subject } as unknown as NudgeFacts, view).map(
    ({ label }) => label,
  );

it('the reminder to check a help point has one press for it, and one for its numbers while they wait', () => {
  const phone = { number: '0900-1234', source: { text: 'Site' } };
  const waiting = sampleHelpPoint({ phones: [phone] });
  expect(labels(waiting)).toEqual([
    'Nagekeken, het klopt',
    'Nummers nagebeld en kloppen',
    'Bekijken',
    'Anders…',
  ]);
  const called = sampleHelpPoint({ phones: [{ ...phone, confirmedAt: '2027-01-01T09:00:00Z' }] });
  expect(labels(called)).not.toContain('Nummers nagebeld en kloppen');
});
