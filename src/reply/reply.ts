/**
 * What a command answers, whatever the surface. Texts are already in the reader's language; they are
 * plain user text, and each renderer escapes them for its own markup. Nothing here knows a platform.
 */
export type Reply = Message | FormReply | Choice | Confirm;

/** A run of text. Plain strings are the usual case; a span adds weight or a link. */
export interface Span {
  text: string;
  strong?: boolean;
  href?: string;
}
export type Text = string | readonly Span[];

/** A command with its arguments, offered as a button. */
export interface Action {
  label: string;
  command: string;
  args: Readonly<Record<string, string | readonly string[]>>;
  /** The version of the record that the button was drawn from, so that a stale press can say so. */
  version?: number;
  /** Set when the press answers a preview's question: do it, warnings and all. */
  confirmed?: boolean;
  style?: 'primary' | 'danger';
  /** Opens the command's form, filled with `args`, rather than running it. */
  opensForm?: boolean;
}

export interface Field {
  label: string;
  value: Text;
}

/** One entry of a list: a title, a line or two, and what can be done with it. */
export interface ListItem {
  title: Text;
  lines: readonly Text[];
  actions?: readonly Action[];
}

export type Section =
  | { type: 'text'; text: Text }
  | { type: 'heading'; text: string }
  | { type: 'notice'; tone: 'info' | 'success' | 'warning' | 'error'; text: Text }
  | { type: 'fields'; fields: readonly Field[] }
  | { type: 'table'; caption: string; columns: readonly string[]; rows: readonly (readonly Text[])[] }
  | { type: 'list'; items: readonly ListItem[] }
  | { type: 'image'; url: string; alt: string }
  | { type: 'actions'; actions: readonly Action[] };

export interface Message {
  type: 'message';
  title: string;
  sections: readonly Section[];
  /** Private answers are for the asker alone; a channel answer holds only what every reader may see. */
  audience: 'private' | 'channel';
  /** The action that fetches the next page, when there is one. */
  next?: Action;
  /** How to draw this anew; only set on what shows and changes nothing, so that a card can be kept up to date. */
  refresh?: Pick<Action, 'command' | 'args'>;
  /** Anyone may see this, so it can be shared: a chat platform offers that. False: it is no use to others, or not for them. */
  shareable?: boolean;
}

export interface FormOption {
  value: string;
  label: string;
}

export interface FormField {
  name: string;
  label: string;
  hint?: string;
  required: boolean;
  input:
    | 'text'
    | 'long-text'
    | 'date'
    | 'time'
    | 'period'
    | 'number'
    | 'flag'
    | 'select'
    | 'multi-select'
    | 'url';
  /** For selects: every option, or, when `searchKinds` is set, the ones that are chosen now. */
  options?: readonly FormOption[];
  /** Set when there are too many options to list: the kinds of record to search on the server. */
  searchKinds?: readonly string[];
  value?: string | readonly string[];
  /** The value is what was asked just now, rather than what stands in the record. */
  given?: true;
  error?: string;
}

/** A command's form, filled with what was understood, the errors beside the fields. */
export interface FormReply {
  type: 'form';
  title: string;
  intro?: string;
  command: string;
  fields: readonly FormField[];
  submitLabel: string;
  version?: number;
}

/** An ambiguous reference asks back. */
export interface Choice {
  type: 'choice';
  question: string;
  options: readonly { label: string; detail?: string; action: Action }[];
}

/** A preview: what will be saved, what speaks against it, and the button that saves all the same. */
export interface Confirm {
  type: 'confirm';
  title: string;
  draft: readonly Field[];
  warnings: readonly Section[];
  confirm: Action;
  alternatives: readonly Action[];
}

/** The plain string of a text, for places that know no markup. */
export function plainText(text: Text): string {
  return typeof text === 'string' ? text : text.map((span) => span.text).join('');
}
