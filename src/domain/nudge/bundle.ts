import { atOnce, type Steps } from '../../core/steps.ts';
import type { Person } from '../person/person.ts';
import type { Agenda, AgendaItem } from './agenda.ts';
import { nextStep, type Story } from './next-step.ts';
import { type Nudge, nudgeId } from './nudge.ts';
import type { Morning } from './step.ts';

/** A nudge with what it is about. */
export interface DueNudge {
  nudge: Nudge;
  story: Story;
}

/**
 * What to bring to someone on a morning: the most urgent first, at most `most`; what does not fit waits for the
 * next morning. What is to be settled once comes as one whole list beside them. What the message itself carries
 * already does not count as brought before.
 */
export function bundleFor(...given: Parameters<typeof bundleSteps>): DueNudge[] {
  return atOnce(bundleSteps(...given));
}

/** The same, item by item: for a coordinator that is all that was ever brought to somebody and still holds. */
export function* bundleSteps(
  agenda: Agenda,
  person: Person,
  morning: Morning,
  most: number,
  { at, delivery }: { at: string; delivery: string },
): Steps<DueNudge[]> {
  const due: DueNudge[] = [];
  for (const item of agenda.get(person.id) ?? []) {
    const one = dueNudge(item, person, morning, { at, delivery });
    if (one) due.push(one);
    yield;
  }
  due.sort(byUrgency);
  const [settle, others] = [true, false].map((old) =>
    due.filter(({ story }) => (story.matter.rule.trigger === 'settle') === old),
  );
  return [...(others ?? []).slice(0, most), ...(settle ?? [])];
}

/** One item of the agenda as a nudge, when it has come to a step that was not brought yet. */
export function dueNudge(
  { story, lines }: AgendaItem,
  person: Person,
  morning: Morning,
  { at, delivery }: { at: string; delivery: string },
): DueNudge | undefined {
  // What this very message carries already was not brought yet; unless it is answered, for then it did arrive.
  const past = story.past.filter((nudge) => nudge.delivery !== delivery || nudge.state !== 'planned');
  const step = nextStep({ ...story, past }, person, lines, morning);
  if (step === undefined) return undefined;
  const { rule, subject, due, other } = story.matter;
  const key = { recipient: person.id, subject, rule: rule.key, step, due };
  const nudge: Nudge = {
    ...key,
    id: nudgeId(key),
    other,
    state: 'planned',
    createdAt: at,
    delivery,
    sentAt: undefined,
    answer: undefined,
  };
  return { nudge, story: { ...story, past } };
}

function byUrgency(one: DueNudge, other: DueNudge): number {
  const [a, b] = [one.story.matter, other.story.matter];
  return (
    a.rule.urgency - b.rule.urgency ||
    (a.due < b.due ? -1 : a.due > b.due ? 1 : 0) ||
    (one.nudge.id < other.nudge.id ? -1 : 1)
  );
}
