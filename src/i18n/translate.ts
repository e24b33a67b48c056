import { IntlMessageFormat } from 'intl-messageformat';
import type { Locale } from '../core/locale.ts';
import { en } from './en/index.ts';
import { nl } from './nl/index.ts';

export type MessageKey = keyof typeof nl;
export type MessageParams = Readonly<Record<string, string | number>>;

/** Gives the text of a key in one language; ICU MessageFormat fills in the parameters. */
export type Translate = (key: MessageKey, params?: MessageParams) => string;

const catalogues: Record<Locale, Readonly<Record<MessageKey, string>>> = { nl, en };

/** A translator for the locale. Messages are parsed once, when first used. */
export function translator(locale: Locale): Translate {
  const parsed = parsedMessages[locale];
  return (key, params) => {
    let message = parsed.get(key);
    if (!message) {
      message = new IntlMessageFormat(catalogues[locale][key], locale, undefined, { ignoreTag: true });
      parsed.set(key, message);
    }
    return String(message.format(params));
  };
}

const parsedMessages: Record<Locale, Map<MessageKey, IntlMessageFormat>> = { nl: new Map(), en: new Map() };

/** Whether a text exists under this key, for codes that come from data (refusals, states). */
export function hasMessage(key: string): key is MessageKey {
  return Object.hasOwn(nl, key);
}
