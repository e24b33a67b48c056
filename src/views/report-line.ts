import { dateHere } from '../core/clock.ts';
import { formatDate } from '../core/dates/format-date.ts';
import type { Reported } from '../domain/correction/report-outdated.ts';
import type { ListItem } from '../reply/reply.ts';
import type { View } from './view.ts';

/** What was reported of one help point or guide as one entry of a list, with the way to look at it. */
export function reportLine({ about, reports }: Reported, view: View): ListItem {
  const { t, locale, today, name } = view;
  return {
    title: [{ text: name(about) ?? '', strong: true }],
    lines: reports.map(({ text, organisation, at }) => {
      const date = formatDate(dateHere(at), locale, today);
      return `${text} (${t('correction.by', { organisation: name(organisation) ?? '', date })})`;
    }),
    actions: [{ label: t('do.show'), command: 'toon', args: { wat: about } }],
  };
}
