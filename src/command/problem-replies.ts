import type { Refusal } from '../core/errors.ts';
import { nameOf } from '../domain/names.ts';
import { type AnyRecord, isKind } from '../domain/records.ts';
import { hasMessage } from '../i18n/translate.ts';
import type { Message, Reply, Section } from '../reply/reply.ts';
import { whenText } from '../views/campaign-when.ts';
import { sharedText } from '../views/signal-line.ts';
import type { View } from '../views/view.ts';
import { viewOf } from '../views/view-of.ts';
import type { Command, Context, Request } from './command.ts';
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

/** Whoever is refused can at least see what can be asked. */
function helpStep(t: Context['t']): Section {
  return { type: 'actions', actions: [{ label: t('command.help.title'), command: 'help', args: {} }] };
}

/** A refusal as a reply; its sentence says what to do. */
export function refusalReply({ t }: Context, error: Refusal): Message {
  const key = `refusal.${error.code}`;
  const text = hasMessage(key) ? t(key, error.params) : t('refusal.unknown');
  return problem(t('reply.refused'), text, [helpStep(t)]);
}

/** Someone may not give this command; it says who may. */
export function accessReply({ t }: Context, command: Command): Message {
  const text = t('refusal.access', { command: command.name, access: command.access });
  return problem(t('reply.refused'), text, [helpStep(t)]);
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
      ...detailOf(record, view),
      action: {
        ...request,
        command: command.name,
        label: nameOf(record, context.locale),
        args: { ...request.args, [unclear.field]: record.id },
      },
    })),
  };
}

/** What tells records of one name apart. */
function detailOf(record: AnyRecord, view: View): { detail?: string } {
  if (isKind(record, 'campaign')) return { detail: whenText(record, view) };
  if (isKind(record, 'signal')) return { detail: sharedText(record, view) };
  if (isKind(record, 'practice') && record.state !== 'published')
    return {
      detail: [view.t(`practice.${record.state}`), view.name(record.owner ?? '')].filter(Boolean).join(', '),
    };
  return {};
}
