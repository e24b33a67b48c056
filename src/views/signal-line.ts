import { dateHere } from '../core/clock.ts';
import { formatDate } from '../core/dates/format-date.ts';
import type { Signal } from '../domain/signal/signal.ts';
import type { ListItem } from '../reply/reply.ts';
import { nameList, type View } from './view.ts';

/** A signal as one entry of a list: what it is about, who shared it, and who else sees it. */
export function signalLine(signal: Signal, view: View): ListItem {
  const about = [
    nameList(view, signal.forms),
    nameList(view, signal.channels),
    nameList(view, signal.regions),
  ].filter((names) => names !== '');
  return {
    title: [{ text: signal.title, strong: true }],
    lines: [
      ...(about.length > 0 ? [about.join('; ')] : []),
      [sharedText(signal, view), standText(signal, view)].join('; '),
    ],
    actions: [{ label: view.t('do.show'), command: 'toon', args: { wat: signal.id } }],
  };
}

/** Who shared it and when. */
export function sharedText({ organisation, at }: Signal, { t, name, locale, today }: View): string {
  const date = formatDate(dateHere(at), locale, today);
  return t('signal.shared-by', { organisation: name(organisation) ?? t('signal.some-organisation'), date });
}

/** How many others see it too, or that it is closed. */
export function standText({ state, confirmations }: Signal, { t }: View): string {
  return state === 'closed' ? t('signal.closed') : t('signal.also-seen', { count: confirmations.length });
}
