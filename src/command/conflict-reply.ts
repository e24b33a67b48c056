import { formatInstant } from '../core/dates/format-date.ts';
import { Refusal, type StaleRecordError } from '../core/errors.ts';
import { guardOf } from '../domain/access/guard.ts';
import { canSee } from '../domain/access/visibility.ts';
import { type ChangedField, changedFields } from '../domain/changed-fields.ts';
import type { AnyRecord } from '../domain/records.ts';
import type { Id } from '../domain/shared/record.ts';
import type { Action, Field, Message, Reply } from '../reply/reply.ts';
import { idsAmong, valueText } from '../views/value-text.ts';
import type { View } from '../views/view.ts';
import { viewOf } from '../views/view-of.ts';
import { fieldsOf } from './bind.ts';
import type { Command, Context, FieldValue, Request } from './command.ts';
import { fieldLabel } from './form.ts';
import { newerVersion } from './newer-version.ts';
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
  const newer = newerVersion(record);
  const see = newer ? [{ label: t('reply.conflict-theirs'), ...newer }] : [];
  const when = last ? formatInstant(Temporal.Instant.from(last.at), context.actor.zone, locale) : '';
  if (!isWhole(record, last?.after)) {
    const now = await shownOf(context, command, record);
    if (Object.keys(request.args).some((name) => fills(command, name, now)))
      return anewReply(context, command, { args: request.args, now, record, theirs, when, see });
  }
  const mine = await changedByMe(context, command, request.args, {
    seen: history[error.expected - 1]?.after as AnyRecord | undefined,
    now: record,
  });
  const shown = Object.entries(mine).filter(([name]) => name !== command.subject);
  const ids = idsAmong([...theirs.map(({ after }) => after), ...Object.values(mine)]) as Id[];
  const view = await viewOf(context, [], ids);
  const changed = changedOf(context, theirs, view);
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
    alternatives: see,
  };
}

/** Whether the history keeps all of a record: of a contact or a person it keeps no name and no number. */
function isWhole(record: AnyRecord, kept: unknown): boolean {
  const fields = typeof kept === 'object' && kept !== null ? kept : {};
  return Object.keys(record).every((name) => Object.hasOwn(fields, name));
}

/** Whether an argument fills in a field of the record, rather than saying what to do with which. */
function fills(command: Command, name: string, now: Args): boolean {
  const info = fieldsOf(command).find((field) => field.name === name)?.info;
  return (
    name !== command.subject && info !== undefined && (now[name] !== undefined || info.input !== 'choice')
  );
}

interface Newer {
  args: Args;
  now: Args;
  record: AnyRecord;
  theirs: readonly ChangedField[];
  when: string;
  see: readonly Action[];
}

/**
 * What somebody saw cannot be told from what they changed: saving would undo a colleague's change unseen. So it
 * saves nothing, shows what they filled in, and offers the form with what is there now.
 */
async function anewReply(
  context: Context,
  command: Command,
  { args, now, record, theirs, when, see }: Newer,
): Promise<Message> {
  const { t } = context;
  const filled = Object.entries(args).filter(([name]) => fills(command, name, now));
  const yours = filled.filter(([name, value]) => !isSame(now[name], value));
  const ids = idsAmong([...theirs.map(({ after }) => after), ...yours.map(([, value]) => value)]) as Id[];
  const view = await viewOf(context, [], ids);
  const changed = changedOf(context, theirs, view);
  const mine = yours.map(([name, value]) => ({ label: fieldLabel(t, name), value: valueText(value, view) }));
  const rest = Object.entries(args).filter(([name]) => !fills(command, name, now));
  const open: Action = {
    label: t('reply.conflict-open'),
    command: command.name,
    args: { ...Object.fromEntries(rest), ...(command.subject ? { [command.subject]: record.id } : {}) },
    version: record.version,
    opensForm: true,
    style: 'primary',
  };
  return {
    type: 'message',
    title: t('reply.conflict-title'),
    audience: 'private',
    sections: [
      { type: 'notice', tone: 'warning', text: t('reply.conflict-anew', { when }) },
      ...(changed.length > 0 ? [{ type: 'fields' as const, fields: changed }] : []),
      ...(mine.length > 0
        ? [
            { type: 'heading' as const, text: t('reply.conflict-yours') },
            { type: 'fields' as const, fields: mine },
          ]
        : []),
      { type: 'actions', actions: [open, ...see] },
    ],
  };
}

function changedOf({ t }: Context, theirs: readonly ChangedField[], view: View): Field[] {
  return theirs.map(({ field, after }) => ({ label: fieldLabel(t, field), value: valueText(after, view) }));
}

function isSame(one: FieldValue | undefined, other: FieldValue): boolean {
  return [one].flat().join() === [other].flat().join();
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
  const given = Object.entries(args).flatMap(([name, value]): [string, FieldValue][] => {
    if (!isSame(before[name], value)) return [[name, value]];
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
