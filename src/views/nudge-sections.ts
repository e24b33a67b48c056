import { formatDate } from '../core/dates/format-date.ts';
import type { NudgeFacts } from '../domain/nudge/facts.ts';
import type { NudgeRules } from '../domain/nudge/rule.ts';
import type { Unsettled } from '../domain/nudge/unsettled.ts';
import type { Message, Section } from '../reply/reply.ts';
import { nudgeLine, ruleOf } from './nudge-line.ts';
import { nameList, type View } from './view.ts';

/** Nudges as sections of a message: what is one list to settle stands apart, after the others. */
export function nudgeSections(facts: readonly NudgeFacts[], rules: NudgeRules, view: View): Section[] {
  const { t } = view;
  const [settle, others] = [true, false].map((old) =>
    facts.filter((one) => (ruleOf(rules, one)?.trigger === 'settle') === old),
  );
  const items = (list: readonly NudgeFacts[] = []) =>
    list.flatMap((one) => {
      const rule = ruleOf(rules, one);
      return rule ? [nudgeLine(one, rule, view)] : [];
    });
  const sections: Section[] = [];
  if (items(others).length > 0) sections.push({ type: 'list', items: items(others) });
  if (items(settle).length > 0)
    sections.push(
      { type: 'heading', text: t('nudge.settle-title') },
      { type: 'text', text: t('nudge.settle-intro') },
      { type: 'list', items: items(settle) },
    );
  return sections;
}

/** A message with nudges alone, for a morning without a digest, or for a change that cannot wait. */
export function nudgeMessage(facts: readonly NudgeFacts[], rules: NudgeRules, view: View): Message {
  const { t } = view;
  const only = facts.length === 1 ? facts[0] : undefined;
  const change = only && ruleOf(rules, only)?.trigger;
  const title =
    change === 'moved' || change === 'cancelled'
      ? t(`nudge.title-${change}`, { title: only?.campaign?.title ?? '' })
      : t('nudge.title', { count: facts.length });
  return { type: 'message', title, audience: 'private', sections: nudgeSections(facts, rules, view) };
}

const MOST_UNSETTLED = 10;

/** What is left of the lists to settle, for a coordinator's digest. */
export function unsettledSections(left: readonly Unsettled[], view: View): Section[] {
  if (left.length === 0) return [];
  const { t, locale, name, today } = view;
  const items = left.slice(0, MOST_UNSETTLED).map(({ subject, due, people }) => ({
    title: name(subject) ?? '',
    lines: [
      people.length > 0
        ? t('nudge.unsettled-line', { date: formatDate(due, locale, today), names: nameList(view, people) })
        : t('nudge.unsettled-unasked', { date: formatDate(due, locale, today) }),
    ],
  }));
  const more = left.length - items.length;
  return [
    { type: 'heading', text: t('nudge.unsettled', { count: left.length }) },
    { type: 'list', items },
    ...(more > 0 ? [{ type: 'text' as const, text: t('nudge.more', { count: more }) }] : []),
  ];
}
