import { type Fate, fateData, fateOf } from './look.ts';

/** What travels along with a dialog, in the data of its buttons, since Teams tells nothing of it by itself. */
export interface Carried {
  /** Names the dialog: the same sent twice is done once. */
  dialog: string;
  /** The message that it was opened from, and what is to become of that. */
  from?: string | undefined;
  fate: Fate;
  /** What the button that opened it is called. */
  label?: string | undefined;
  /** Where earlier pages, or the answers to a question, are kept. */
  draft?: string | undefined;
  /** A sign of the answers that a question was about. */
  mark?: string | undefined;
  /** Which page of a form it is, from 0, and of how many; absent where no form is sent. */
  page?: number | undefined;
  pages?: number | undefined;
}

/** The same as the strings in a button's data. */
export function carriedData({
  dialog,
  from,
  fate,
  label,
  draft,
  mark,
  page,
  pages,
}: Carried): Record<string, string> {
  const given = { dialog, from, label, draft, mark, page: page?.toString(), pages: pages?.toString() };
  const parts = Object.entries(given).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return { ...fateData(fate), ...Object.fromEntries(parts) };
}

/** Reads them back. They come from outside: the draft is only ever the asker's own, the message the bot's own. */
export function carriedIn(data: Readonly<Record<string, unknown>>): Carried {
  const text = (name: string) => {
    const value = data[name];
    return typeof value === 'string' && value !== '' && value.length <= 500 ? value : undefined;
  };
  const number = (name: string) => {
    const value = text(name);
    return value !== undefined && /^\d{1,3}$/.test(value) ? Number(value) : undefined;
  };
  return {
    dialog: text('dialog') ?? '',
    fate: fateOf(data),
    from: text('from'),
    label: text('label'),
    draft: text('draft'),
    mark: text('mark'),
    page: number('page'),
    pages: number('pages'),
  };
}
