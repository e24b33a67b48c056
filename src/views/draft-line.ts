import { formatInstant } from '../core/dates/format-date.ts';
import { firstWords } from '../core/first-words.ts';
import type { Locale } from '../core/locale.ts';
import type { Draft } from '../domain/draft/drafts.ts';
import type { Translate } from '../i18n/translate.ts';
import type { Action, ListItem } from '../reply/reply.ts';

const LONGEST = 120;

export interface ShownDraft {
  draft: Draft;
  /** Its form, and what it is about. */
  title: string;
  /** The first text in it; empty when nothing was written yet. */
  begin: string;
}

/** A draft as one entry of a list: what it is about, how it begins and when it was last written in. */
export function draftLine(
  { draft, title, begin }: ShownDraft,
  { t, locale, actor }: { t: Translate; locale: Locale; actor: { zone: string } },
  actions: readonly Action[],
): ListItem {
  const when = t('draft.when', { when: formatInstant(draft.updatedAt, actor.zone, locale) });
  return {
    title: [{ text: title, strong: true }],
    lines: [...(begin === '' ? [] : [firstWords(begin, LONGEST)]), when],
    actions,
  };
}
