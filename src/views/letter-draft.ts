import { HOME_ZONE } from '../core/clock.ts';
import { formatInstant } from '../core/dates/format-date.ts';
import type { Locale } from '../core/locale.ts';
import { LETTER_PARTS, type NewsletterRecord } from '../domain/newsletter/newsletter-record.ts';
import type { Translate } from '../i18n/translate.ts';
import type { Action, Section } from '../reply/reply.ts';

/** The words by which the parts are named when they are typed. */
export const PART_WORDS = {
  titel: 'title',
  inleiding: 'intro',
  terugblik: 'past',
  aanpakken: 'practices',
  vooruitblik: 'coming',
  'voor-partners': 'partners',
  slot: 'closing',
} as const;
export type PartWord = keyof typeof PART_WORDS;

/** What a coordinator can do with a newsletter: change its parts and send it, or read when it was sent. */
export function draftSections(
  quarter: string,
  record: NewsletterRecord | undefined,
  { t, locale }: { t: Translate; locale: Locale },
): Section[] {
  if (record?.sentAt) {
    const at = formatInstant(Temporal.Instant.from(record.sentAt), HOME_ZONE, locale);
    return [{ type: 'notice', tone: 'info', text: t('newsletter.was-sent', { at }) }];
  }
  const edited = LETTER_PARTS.filter((part) => record?.parts[part] !== undefined);
  const words = (Object.keys(PART_WORDS) as PartWord[]).filter((word) =>
    edited.some((part) => part === PART_WORDS[word]),
  );
  const named = new Intl.ListFormat(locale).format(words.map((word) => t(`choice.${word}`)));
  const send: Action = {
    label: t('newsletter.send'),
    command: 'nieuwsbrief-verstuur',
    args: { kwartaal: quarter },
    version: record?.version ?? 0,
    style: 'primary',
  };
  return [
    { type: 'notice', tone: 'info', text: t('newsletter.draft') },
    ...(words.length > 0 ? [{ type: 'text' as const, text: t('newsletter.edited', { parts: named }) }] : []),
    {
      type: 'actions',
      actions: [
        ...(Object.keys(PART_WORDS) as PartWord[]).map((word) => edit(quarter, word, record, t)),
        send,
      ],
    },
  ];
}

function edit(quarter: string, word: PartWord, record: NewsletterRecord | undefined, t: Translate): Action {
  return {
    label: t('newsletter.edit-part', { part: t(`choice.${word}`) }),
    command: 'nieuwsbrief-wijzig',
    args: { kwartaal: quarter, deel: word },
    version: record?.version ?? 0,
    opensForm: true,
  };
}
