import { factsOf } from '../domain/nudge/facts.ts';
import { waitingNow } from '../domain/nudge/waiting.ts';
import type { FormOption } from '../reply/reply.ts';
import { nudgeText, ruleOf } from '../views/nudge-line.ts';
import { viewOf } from '../views/view-of.ts';
import type { Context } from './command.ts';

const MOST = 100;
const LONGEST = 75;

/** The reminders that wait for the asker, to choose from. */
export async function nudgeOptions(context: Context): Promise<FormOption[]> {
  const { store, messages, actor, now } = context;
  if (!actor.person) return [];
  const waiting = (await waitingNow(store, messages, actor.person, now)).slice(0, MOST);
  const facts = await factsOf(context, waiting, () => []);
  const view = await viewOf(
    context,
    facts.map(({ subject }) => subject),
  );
  return facts.flatMap((one) => {
    const rule = ruleOf(messages.rules, one);
    if (!rule) return [];
    const text = nudgeText(one, rule, view).replaceAll('\n', ' ');
    const cut = text.length <= LONGEST ? text : `${text.slice(0, text.lastIndexOf(' ', LONGEST - 1))}…`;
    return [{ value: one.nudge.id, label: cut }];
  });
}
