import { dateHere } from '../core/clock.ts';
import { formatDate, formatInstant } from '../core/dates/format-date.ts';
import type { Actor } from '../domain/access/actor.ts';
import { mayClose, mayConfirm } from '../domain/signal/may-signal.ts';
import type { Signal } from '../domain/signal/signal.ts';
import type { Action, Field, Message, Section } from '../reply/reply.ts';
import { sharedText } from './signal-line.ts';
import { nameList, type View } from './view.ts';

/**
 * A signal in full, with what this reader can do with it. It names organisations, never people, and is for the
 * asker alone.
 */
export function signalCard(signal: Signal, actor: Actor, view: View): Message {
  const { t } = view;
  const sections: Section[] = [];
  if (signal.state === 'closed') sections.push(closedNotice(signal, view));
  sections.push({ type: 'fields', fields: signalFields(signal, view) });
  sections.push(...commentSections(signal, actor, view));
  sections.push({ type: 'actions', actions: steps(signal, actor, t) });
  return { type: 'message', title: signal.title, audience: 'private', sections, shareable: false };
}

function closedNotice({ closedAt, closedReason }: Signal, { t, locale, today }: View): Section {
  const date = closedAt ? formatDate(dateHere(closedAt), locale, today) : '';
  return {
    type: 'notice',
    tone: 'info',
    text: t('signal.closed-because', { date, reason: closedReason ?? '' }),
  };
}

function signalFields(signal: Signal, view: View): Field[] {
  const { t, locale, today, name } = view;
  const field = (label: string, value: string | undefined): Field[] => (value ? [{ label, value }] : []);
  const others = nameList(
    view,
    signal.confirmations.map(({ organisation }) => organisation),
  );
  return [
    ...field(t('field.wat'), signal.what),
    ...field(t('field.publiek'), signal.tell),
    ...field(t('field.vorm'), nameList(view, signal.forms)),
    ...field(t('field.kanaal'), nameList(view, signal.channels)),
    ...field(t('field.regio'), nameList(view, signal.regions)),
    ...field(t('field.sinds'), signal.since && formatDate(signal.since, locale, today)),
    ...field(t('signal.from'), sharedText(signal, view)),
    ...field(t('signal.others'), others || t('signal.nobody-yet')),
    ...field(t('signal.campaigns'), nameList(view, signal.campaigns)),
    ...field(
      t('field.zichtbaar'),
      name(signal.visibility) ?? t(signal.visibility === 'partners' ? 'choice.partners' : 'choice.groep'),
    ),
  ];
}

function commentSections({ comments }: Signal, { zone }: Actor, { t, locale, name }: View): Section[] {
  if (comments.length === 0) return [];
  const items = comments.map(({ organisation, at, text }) => ({
    title: `${name(organisation) ?? t('signal.some-organisation')}, ${formatInstant(Temporal.Instant.from(at), zone, locale)}`,
    lines: [text],
  }));
  return [
    { type: 'heading', text: t('signal.comments') },
    { type: 'list', items },
  ];
}

function steps(signal: Signal, actor: Actor, t: View['t']): Action[] {
  const { id, version, forms } = signal;
  const acts = actor.role === 'partner' || actor.role === 'coordinator';
  const isOpen = signal.state === 'open';
  const one = { signaal: id };
  return [
    ...(mayConfirm(actor, signal)
      ? [{ label: t('do.see-it-too'), command: 'signaal-zie-ook', args: one, style: 'primary' as const }]
      : []),
    ...(acts && isOpen
      ? [
          { label: t('do.comment'), command: 'signaal-reactie', args: one, opensForm: true },
          { label: t('do.link-campaign'), command: 'signaal-koppel', args: one, opensForm: true },
        ]
      : []),
    ...(isOpen && mayClose(actor, signal)
      ? [
          { label: t('do.edit-signal'), command: 'signaal-wijzig', args: one, version, opensForm: true },
          { label: t('do.close-signal'), command: 'signaal-sluit', args: one, version, opensForm: true },
        ]
      : []),
    ...(forms.length > 0 ? [{ label: t('do.practices'), command: 'wat-werkt', args: { vorm: forms } }] : []),
    { label: t('do.all-signals'), command: 'signalen', args: {} },
  ];
}
