import { HOME_ZONE } from '../core/clock.ts';
import { formatInstant } from '../core/dates/format-date.ts';
import type { Locale } from '../core/locale.ts';
import {
  LETTER_PARTS,
  type LetterPart,
  type NewsletterRecord,
} from '../domain/newsletter/newsletter-record.ts';
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
  const named = (parts: readonly LetterPart[]): string =>
    new Intl.ListFormat(locale).format(
      (Object.keys(PART_WORDS) as PartWord[])
        .filter((word) => parts.some((part) => part === PART_WORDS[word]))
        .map((word) => t(`choice.${word}`)),
    );
  const left = LETTER_PARTS.filter((part) => record?.parts[part] === '');
  const edited = LETTER_PARTS.filter((part) => record?.parts[part] !== undefined && !left.includes(part));
  const notes = [
    ...(edited.length > 0 ? [t('newsletter.edited', { parts: named(edited) })] : []),
    ...(left.length > 0 ? [t('newsletter.left-out', { parts: named(left) })] : []),
  ];
  const send: Action = {
    label: t('newsletter.send'),
    command: 'nieuwsbrief-verstuur',
    args: { kwartaal: quarter },
    version: record?.version ?? 0,
    style: 'primary',
  };
  return [
    { type: 'notice', tone: 'info', text: t('newsletter.draft') },
    ...(notes.length > 0 ? [{ type: 'text' as const, text: notes.join(' ') }] : []),
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
