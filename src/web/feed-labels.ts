import { formatQuarter } from '../core/dates/format-date.ts';
import type { Locale } from '../core/locale.ts';
import type { FeedLabels } from '../feeds/feed-entry.ts';
import { translator } from '../i18n/translate.ts';

/** A result is a sentence or more; a calendar shows a line. The whole of it is in the description. */
const LONGEST_RESULT = 90;

/** A feed's own words in its language. */
export function feedLabels(locale: Locale): FeedLabels {
  const t = translator(locale);
  return {
    title: (title, sureness) => (sureness === 'confirmed' ? title : t(`feed.title-${sureness}`, { title })),
    actionTitle: (action, quarter) =>
      t('feed.title-action', {
        key: action.key,
        result: shorten(action.result),
        quarter: formatQuarter(quarter, locale),
      }),
    audiences: t('card.audience'),
    forms: t('card.forms'),
    leads: t('card.lead'),
    organiser: t('card.organiser'),
    website: t('card.website'),
    plan: t('feed.plan'),
    planning: t('feed.planning'),
  };
}

function shorten(text: string): string {
  if (text.length <= LONGEST_RESULT) return text;
  const cut = text.lastIndexOf(' ', LONGEST_RESULT - 1);
  return `${text.slice(0, cut > 0 ? cut : LONGEST_RESULT - 1)}…`;
}
