import { z } from 'zod';

/** What sets a nudge off; each is a function in triggers/. */
export const TRIGGERS = [
  'date-open',
  'series-gap',
  'preparation',
  'hook',
  'task-due',
  'task-overdue',
  'invitation',
  'overlap',
  'moved',
  'cancelled',
  'evaluation',
  'action-due',
  'action-overdue',
  'action-pulse',
  'settle',
  'proposal',
  'practice-proposal',
  'practice-decided',
  'practice-review',
  'help-point-check',
  'outdated',
  'contact-expires',
  'no-contact',
  'newsletter',
  'undelivered',
] as const;
export type Trigger = (typeof TRIGGERS)[number];

/** The buttons that a nudge can carry; "other answers" always comes last. */
export const BUTTONS = [
  'on-schedule',
  'done',
  'late',
  'snooze',
  'goes-on',
  'dropped',
  'confirm-date',
  'fill-in',
  'join',
  'decline',
  'approve',
  'show',
  'overlap',
  'new-campaign',
  'people',
  'newsletter',
  'renew-contact',
  'right',
  'confirm-phones',
  'sent',
  'review',
  'revise',
  'evaluate',
  'look-back',
] as const;
export type NudgeButton = (typeof BUTTONS)[number];

const days = z.array(z.int().min(0).max(730)).min(1);

/** Days before the date that it is about, or days after it; larger campaigns may ask for more. */
const leadTimes = z.union([
  z.strictObject({ before: days }),
  z.strictObject({ after: days }),
  z.strictObject({ before: z.strictObject({ small: days, medium: days, large: days }) }),
]);

/** Who can receive what a trigger finds; anything can go to the coordinators instead. */
const RECIPIENTS: Partial<
  Record<Trigger, 'owners' | 'organisation' | 'participants' | 'proposer' | 'coordinators'>
> = {
  'task-due': 'owners',
  'task-overdue': 'owners',
  invitation: 'organisation',
  'contact-expires': 'organisation',
  moved: 'participants',
  cancelled: 'participants',
  proposal: 'coordinators',
  'practice-proposal': 'coordinators',
  'practice-decided': 'proposer',
  'practice-review': 'coordinators',
  'help-point-check': 'coordinators',
  outdated: 'coordinators',
  'no-contact': 'coordinators',
  newsletter: 'coordinators',
  undelivered: 'coordinators',
};

const nudgeRuleFields = z.strictObject({
  key: z.string().regex(/^[a-z][a-z-]{1,39}$/, 'use small letters and hyphens'),
  trigger: z.enum(TRIGGERS),
  leadTimes,
  /** leads: who leads it; owners: who has the task; organisation: who was invited; participants: who joined; proposer: who brought it in. */
  to: z.enum(['leads', 'owners', 'organisation', 'participants', 'proposer', 'coordinators']),
  /** The text is `nudge.<text>`. */
  text: z.string().regex(/^[a-z][a-z-]{1,39}$/),
  buttons: z.array(z.enum(BUTTONS)).max(3),
  /** Brought again while nobody answers. */
  repeat: z.strictObject({ every: z.int().min(1).max(180), times: z.int().min(1).max(10) }).optional(),
  /** Days without an answer after which the stand-in and the other leads hear of it, and then the coordinator. */
  escalation: z
    .strictObject({ standIn: z.int().min(1).max(180).optional(), coordinator: z.int().min(1).max(180) })
    .optional(),
  /** Not brought any more after so many days past its date; a minus is before it. */
  expires: z.int().min(-365).max(730),
  /** What is most urgent stands first, and goes first when there is more than fits: 1 before 5. */
  urgency: z.int().min(1).max(5),
});

export const nudgeRule = nudgeRuleFields.refine(
  ({ trigger, to }) => to === 'coordinators' || to === (RECIPIENTS[trigger] ?? 'leads'),
  {
    path: ['to'],
    error: 'this trigger finds nobody of that kind; use what its other rules use, or coordinators',
  },
);
export type NudgeRule = z.infer<typeof nudgeRule>;

/** The whole of nudge-rules.yaml. */
export const nudgeRules = z.strictObject({
  /** At most this many nudges in one message; the others wait for the next morning. */
  most: z.int().min(1).max(20),
  rules: z
    .array(nudgeRule)
    .min(1)
    .refine((rules) => new Set(rules.map(({ key }) => key)).size === rules.length, 'a key is used twice'),
});
export type NudgeRules = z.infer<typeof nudgeRules>;

/** The rules' days for a campaign of some size. */
export function daysOf(
  { leadTimes: times }: NudgeRule,
  size: 'small' | 'medium' | 'large' = 'medium',
): readonly number[] {
  if ('after' in times) return times.after;
  return Array.isArray(times.before) ? times.before : times.before[size];
}

/** Whether a rule's days count back from its date. */
export function isBefore({ leadTimes: times }: NudgeRule): boolean {
  return 'before' in times;
}
