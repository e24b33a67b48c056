import type { Locale } from '../../core/locale.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { Action, Text } from '../../reply/reply.ts';
import { type LinkPolicy, type Run, runs } from '../shared/runs.ts';
import { absoluteLink, sitePath } from '../shared/safe-link.ts';
import { shorten } from '../shared/split-text.ts';

export interface MailContext {
  t: Translate;
  locale: Locale;
  /** The address that does what the button says; a button without one is left out. */
  linkFor: (action: Action) => string | undefined;
  footer: {
    /** Why the reader gets this mail. */
    reason: string;
    /** Where the reader stops it; undefined for a shared list, which is not one reader's to stop. */
    stopUrl: string | undefined;
    /** Our own site, without a slash at the end: paths in a message lead there. */
    siteUrl: string;
  };
}

/** A button that became a link. */
export interface MailLink {
  label: string;
  href: string;
  style: Action['style'];
}

const LONGEST_RUN = 2_000;
const LONGEST_LABEL = 80;

/** A text's runs with absolute links only, since a mail has no address that a path could start from. */
export function mailRuns(text: Text, context: MailContext): Run[] {
  return runs(text, absolute(context)).map((run) => ({ ...run, text: shorten(run.text, LONGEST_RUN) }));
}

/** The buttons that may be done from a mail, as links; `unnamed` is for one without a label. */
export function mailLinks(
  actions: readonly Action[],
  { linkFor, t }: MailContext,
  unnamed = t('mail.open'),
): MailLink[] {
  return actions.flatMap((action) => {
    const href = absoluteLink(linkFor(action) ?? '');
    const label = shorten(action.label.trim(), LONGEST_LABEL) || unnamed;
    return href === undefined ? [] : [{ label, href, style: action.style }];
  });
}

function absolute({ footer }: MailContext): LinkPolicy {
  return (href) => absoluteLink(sitePath(href) === undefined ? href : footer.siteUrl + href);
}
