import { formatInstant } from '../core/dates/format-date.ts';
import { Refusal, type StaleRecordError } from '../core/errors.ts';
import { guardOf } from '../domain/access/guard.ts';
import { canSee } from '../domain/access/visibility.ts';
import { changedFields } from '../domain/changed-fields.ts';
import { nameOf } from '../domain/names.ts';
import { type AnyRecord, isKind } from '../domain/records.ts';
import type { Id } from '../domain/shared/record.ts';
import { hasMessage } from '../i18n/translate.ts';
import type { Field, Message, Reply, Section } from '../reply/reply.ts';
import { whenText } from '../views/campaign-when.ts';
import type { Command, Context, FieldValue, Request } from './command.ts';
import { fieldLabel } from './form.ts';
import { viewOf } from './names.ts';
import type { Registry } from './registry.ts';

/** A private message with one notice: how every problem that has no form is told. */
export function problem(title: string, text: string, more: readonly Section[] = []): Message {
  return {
    type: 'message',
    title,
    audience: 'private',
    sections: [{ type: 'notice', tone: 'error', text }, ...more],
  };
}

/** A refusal as a reply; its sentence says what to do. */
export function refusalReply({ t }: Context, error: Refusal): Message {
  const key = `refusal.${error.code}`;
  return problem(t('reply.refused'), hasMessage(key) ? t(key, error.params) : t('refusal.unknown'));
}

/** Someone may not give this command; it says who may. */
export function accessReply({ t }: Context, command: Command): Message {
  return problem(t('reply.refused'), t('refusal.access', { command: command.name, access: command.access }));
}

/** A word that is no command: offers the nearest ones, and help. */
export function unknownCommandReply({ t }: Context, registry: Registry, typed: string): Message {
  const nearest = registry.nearest(typed);
  const actions = [...nearest.map(({ name }) => name), 'help'].map((name) => ({
    label: name,
    command: name,
    args: {},
  }));
  const text =
    nearest.length > 0
      ? t('refusal.command-near', {
          typed: typed.slice(0, 40),
          nearest: nearest.map(({ name }) => name).join(', '),
        })
      : t('refusal.command-unknown', { typed: typed.slice(0, 40) });
  return problem(t('reply.not-understood'), text, [{ type: 'actions', actions }]);
}

/** An unclear name asks back, with enough beside each candidate to tell them apart. */
export async function choiceReply(
  context: Context,
  command: Command,
  request: Request,
  unclear: { field: string; typed: string; candidates: readonly AnyRecord[] },
): Promise<Reply> {
  const { t } = context;
  const view = await viewOf(context, unclear.candidates);
  return {
    type: 'choice',
    question: t('reply.which-one', {
      typed: unclear.typed.slice(0, 60),
    }),
    options: unclear.candidates.map((record) => ({
      label: nameOf(record, context.locale),
      ...(isKind(record, 'campaign') ? { detail: whenText(record, view) } : {}),
      action: {
        ...request,
        command: command.name,
        label: nameOf(record, context.locale),
        args: { ...request.args, [unclear.field]: record.id },
      },
    })),
  };
}

/** Someone saved a newer version: shows what changed meanwhile beside what was asked, and asks. */
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
  const rows = (await store.history(id)).slice(error.expected);
  const first = rows[0];
  const last = rows.at(-1);
  const changes = first && last ? changedFields(first.before, last.after) : [];
  const theirs: Field[] = changes.map(({ field, after }) => ({
    label: fieldLabel(t, field),
    value: asText(after),
  }));
  const mine: Field[] = Object.entries(request.args)
    .filter(([name]) => name !== command.subject)
    .map(([name, value]) => ({ label: fieldLabel(t, name), value: asText(value) }));
  const when = last ? formatInstant(Temporal.Instant.from(last.at), context.actor.zone, locale) : '';
  const args = { ...request.args, ...(command.subject ? { [command.subject]: error.id } : {}) };
  return {
    type: 'confirm',
    title: t('reply.conflict-title'),
    draft: mine,
    warnings: [
      { type: 'notice', tone: 'warning', text: t('reply.conflict', { when }) },
      ...(theirs.length > 0 ? [{ type: 'fields' as const, fields: theirs }] : []),
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

function asText(value: unknown): string {
  if (value === undefined || value === null) return '-';
  return typeof value === 'string' ? value : JSON.stringify(value as FieldValue);
}
