import { formatInstant } from '../core/dates/format-date.ts';
import { Refusal, type StaleRecordError } from '../core/errors.ts';
import { guardOf } from '../domain/access/guard.ts';
import { canSee } from '../domain/access/visibility.ts';
import { changedFields } from '../domain/changed-fields.ts';
import type { AnyRecord } from '../domain/records.ts';
import type { Id } from '../domain/shared/record.ts';
import type { Reply } from '../reply/reply.ts';
import { idsAmong, valueText } from '../views/value-text.ts';
import { viewOf } from '../views/view-of.ts';
import { fieldsOf } from './bind.ts';
import type { Command, Context, FieldValue, Request } from './command.ts';
import { fieldLabel } from './form.ts';
import { refusalReply } from './problem-replies.ts';

type Args = Readonly<Record<string, FieldValue>>;

/**
 * Someone saved a newer version: shows what changed meanwhile beside what was asked, and asks. Going on
 * saves only what this person changed, so that the other's changes elsewhere stay.
 */
export async function conflictReply(
  context: Context,
  command: Command,
  request: Request,
  error: StaleRecordError,
): Promise<Reply> {
  const { t, store, scope, locale } = context;
  const id = error.id as Id;
  const record = (await store.getMany([id])).get(id);
  if (!record || !canSee(scope, guardOf(record))) return refusalReply(context, new Refusal('not-found'));
  const history = await store.history(id);
  const since = history.slice(error.expected);
  const last = since.at(-1);
  const theirs = last ? changedFields(since[0]?.before, last.after) : [];
  const mine = await changedByMe(context, command, request.args, {
    seen: history[error.expected - 1]?.after as AnyRecord | undefined,
    now: record,
  });
  const shown = Object.entries(mine).filter(([name]) => name !== command.subject);
  const ids = idsAmong([...theirs.map(({ after }) => after), ...Object.values(mine)]) as Id[];
  const view = await viewOf(context, [], ids);
  const when = last ? formatInstant(Temporal.Instant.from(last.at), context.actor.zone, locale) : '';
  const changed = theirs.map(({ field, after }) => ({
    label: fieldLabel(t, field),
    value: valueText(after, view),
  }));
  const args = { ...mine, ...(command.subject ? { [command.subject]: error.id } : {}) };
  return {
    type: 'confirm',
    title: t('reply.conflict-title'),
    draft: shown.map(([name, value]) => ({ label: fieldLabel(t, name), value: valueText(value, view) })),
    warnings: [
      { type: 'notice', tone: 'warning', text: t('reply.conflict', { when }) },
      ...(changed.length > 0 ? [{ type: 'fields' as const, fields: changed }] : []),
    ],
    confirm: {
      label: t('reply.conflict-mine'),
      command: command.name,
      args,
      version: error.current,
      confirmed: true,
    },
    alternatives: [{ label: t('reply.conflict-theirs'), command: 'toon', args: { wat: error.id } }],
  };
}

/**
 * A form sends every field: those that are as this person saw them were not changed by this person. What a form
 * cannot do without is then as it is now.
 */
async function changedByMe(
  context: Context,
  command: Command,
  args: Args,
  { seen, now }: { seen: AnyRecord | undefined; now: AnyRecord },
): Promise<Args> {
  if (!command.prefill || !command.subject || !seen) return args;
  const before = await shownOf(context, command, seen);
  const current = await shownOf(context, command, now);
  const needed = new Set(fieldsOf(command).flatMap(({ name, info }) => (info.required ? [name] : [])));
  const same = (one: FieldValue | undefined, other: FieldValue): boolean =>
    [one].flat().join() === [other].flat().join();
  const given = Object.entries(args).flatMap(([name, value]): [string, FieldValue][] => {
    if (!same(before[name], value)) return [[name, value]];
    return needed.has(name) ? [[name, current[name] ?? value]] : [];
  });
  const emptied = [...context.emptied].filter((name) => before[name] !== undefined);
  return { ...Object.fromEntries(given), ...Object.fromEntries(emptied.map((name) => [name, ''])) };
}

/** What the form of a record showed when the record was like this. */
async function shownOf(context: Context, command: Command, record: AnyRecord): Promise<Args> {
  if (!command.prefill || !command.subject) return {};
  const store = { ...context.store, getMany: async () => new Map([[record.id as string, record]]) };
  const asThen = { ...context, store, emptied: new Set<string>() };
  return command.prefill(asThen, { [command.subject]: record.id });
}
