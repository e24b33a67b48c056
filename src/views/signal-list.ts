import type { Signal } from '../domain/signal/signal.ts';
import type { Action, Message } from '../reply/reply.ts';
import { signalLine } from './signal-line.ts';
import type { View } from './view.ts';

export interface SignalPage {
  page: readonly Signal[];
  total: number;
  filter: readonly string[];
  mayShare: boolean;
}

/** A page of signals, open ones first; for the asker alone, since they are never for everyone. */
export function signalListMessage(
  { page, total, filter, mayShare }: SignalPage,
  view: View,
  nextArgs: Action['args'] | undefined,
): Message {
  const { t } = view;
  const intro = [t('signal.count', { count: total })];
  if (filter.length > 0) intro.push(t('calendar.filter', { filter: filter.join(', ') }));
  const share: Action = { label: t('do.share-signal'), command: 'signaal', args: {}, opensForm: true };
  const all: Action = { label: t('do.all-signals'), command: 'signalen', args: {} };
  const actions = [...(mayShare ? [share] : []), ...(filter.length > 0 ? [all] : [])];
  return {
    type: 'message',
    title: t('command.signalen.title'),
    audience: 'private',
    sections: [
      { type: 'text', text: intro.join(' ') },
      ...(page.length > 0
        ? [{ type: 'list' as const, items: page.map((signal) => signalLine(signal, view)) }]
        : []),
      ...(actions.length > 0 ? [{ type: 'actions' as const, actions }] : []),
    ],
    ...(nextArgs ? { next: { label: t('render.next-page'), command: 'signalen', args: nextArgs } } : {}),
  };
}
