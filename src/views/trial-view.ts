import { HOME_ZONE } from '../core/clock.ts';
import { formatInstant, formatPeriod } from '../core/dates/format-date.ts';
import { isoWeekOf } from '../core/dates/iso-week.ts';
import { roadsOf } from '../domain/delivery/road.ts';
import type { NudgeFacts } from '../domain/nudge/facts.ts';
import type { NudgeRules } from '../domain/nudge/rule.ts';
import type { TrialMessage } from '../domain/nudge/trial-run.ts';
import type { World } from '../domain/nudge/world.ts';
import type { ListItem, Section } from '../reply/reply.ts';
import { nudgeText, ruleOf } from './nudge-line.ts';
import type { View } from './view.ts';

const MOST_PEOPLE = 40;

/** What a trial run found. */
export interface Trial {
  world: World;
  messages: readonly TrialMessage[];
  now: Temporal.Instant;
  /** Whether people without any address read their messages on the console. */
  console: boolean;
}

/** How many messages, in which week and to whom; and who cannot be reached at all. */
export function trialSections({ world, messages, console }: Trial, view: View): Section[] {
  const { t, locale, name } = view;
  if (messages.length === 0) return [{ type: 'text', text: t('trial.nothing') }];
  const recipients = Map.groupBy(messages, ({ delivery }) => delivery.recipient);
  const weeks = Map.groupBy(
    messages,
    ({ at }) => isoWeekOf(at.toZonedDateTimeISO(HOME_ZONE).toPlainDate()).start,
  );
  const questions = messages.reduce((sum, { nudges }) => sum + nudges.length, 0);
  const people = [...recipients].sort(([, one], [, other]) => other.length - one.length);
  const unreachable = people
    .map(([id]) => world.people.get(id))
    .filter((person) => person !== undefined && roadsOf(person, { console }).length === 0);
  return [
    {
      type: 'text',
      text: t('trial.total', { messages: messages.length, people: recipients.size, questions }),
    },
    ...(unreachable.length > 0
      ? [
          {
            type: 'notice' as const,
            tone: 'warning' as const,
            text: t('trial.unreachable', { count: unreachable.length }),
          },
        ]
      : []),
    {
      type: 'table',
      caption: t('trial.per-week'),
      columns: [t('trial.week'), t('trial.messages'), t('trial.questions')],
      rows: [...weeks].map(([start, list]) => {
        const end = Temporal.PlainDate.from(start).add({ days: 6 }).toString();
        const asked = list.reduce((sum, { nudges }) => sum + nudges.length, 0);
        return [formatPeriod({ start, end }, locale), String(list.length), String(asked)];
      }),
    },
    {
      type: 'table',
      caption: t('trial.per-person'),
      columns: [t('trial.who'), t('trial.messages'), t('trial.questions')],
      rows: people.slice(0, MOST_PEOPLE).map(([id, list]) => {
        const asked = list.reduce((sum, { nudges }) => sum + nudges.length, 0);
        return [name(id) ?? '', String(list.length), String(asked)];
      }),
    },
    ...(people.length > MOST_PEOPLE
      ? [{ type: 'text' as const, text: t('trial.more-people', { count: people.length - MOST_PEOPLE }) }]
      : []),
  ];
}

/** Some of the messages as they would be read, without their buttons. */
export function trialExamples(
  examples: readonly { message: TrialMessage; facts: readonly NudgeFacts[] }[],
  rules: NudgeRules,
  view: View,
): Section[] {
  const { t, locale, name } = view;
  return examples.flatMap(({ message, facts }) => {
    const items = facts.flatMap((one): ListItem[] => {
      const rule = ruleOf(rules, one);
      const [title = '', ...lines] = rule ? nudgeText(one, rule, view).split('\n') : [];
      return title === '' ? [] : [{ title, lines }];
    });
    if (items.length === 0) return [];
    const at = formatInstant(message.at, HOME_ZONE, locale);
    return [
      {
        type: 'heading' as const,
        text: t('trial.example', { name: name(message.delivery.recipient) ?? '', at }),
      },
      { type: 'list' as const, items },
    ];
  });
}
