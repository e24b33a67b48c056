/** Where the answer to a form is shown. */
export interface Back {
  /** A response URL of Slack. */
  url: string;
  /** What draws the message anew in which the form was opened, as a button's value. */
  redraw?: string;
  /** The row of buttons from which it was opened, in a message that the bot sent by itself. */
  row?: { channel: string; message: string; block: string; label: string };
  /** It was opened in a channel, where an answer can be shared. */
  shareable?: true;
}

/** What a modal's submission needs besides its inputs; travels in `private_metadata`, which only the app can set. */
export interface ModalMetadata {
  command: string;
  version?: number;
  /** The page of a form that is spread over several modals, from 0, and how many there are. */
  page: number;
  pages: number;
  /** The draft that holds what earlier pages, or the form before a question, were filled with. */
  draft?: string;
  /** The modal asks whether to go on: its submission says yes, to what has this mark. */
  confirmed?: string;
  /** Without it the answer is shown in the modal itself. */
  back?: Back;
}

/** As a short string for `private_metadata`. */
export function encodeModalMetadata(metadata: ModalMetadata): string {
  const { command, version, page, pages, draft, confirmed, back } = metadata;
  return JSON.stringify({
    c: command,
    v: version,
    p: page,
    n: pages,
    d: draft,
    k: confirmed,
    u: back?.url,
    r: back?.redraw,
    s: back?.shareable ? 1 : undefined,
    w: back?.row && [back.row.channel, back.row.message, back.row.block, back.row.label],
  });
}

/** Reads it back; undefined for anything that is not ours. */
export function decodeModalMetadata(text: string): ModalMetadata | undefined {
  const parsed = parse(text);
  if (typeof parsed !== 'object' || parsed === null) return undefined;
  const { c, v, p, n, d, k, u, r, s, w } = parsed as Record<string, unknown>;
  if (typeof c !== 'string' || c === '' || !isCount(p) || !isCount(n)) return undefined;
  if ((v !== undefined && !isCount(v)) || !isText(d) || !isText(u) || !isText(r) || !isText(k))
    return undefined;
  const back = {
    url: u ?? '',
    ...(r === undefined ? {} : { redraw: r }),
    ...(s === 1 ? { shareable: true as const } : {}),
    ...(isTexts(w) ? { row: rowOf(w) } : {}),
  };
  return {
    command: c,
    page: p,
    pages: n,
    ...(v === undefined ? {} : { version: v }),
    ...(d === undefined ? {} : { draft: d }),
    ...(k === undefined ? {} : { confirmed: k }),
    ...(u === undefined ? {} : { back }),
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Metadata of some other modal: the caller hears undefined.
    return undefined;
  }
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function isText(value: unknown): value is string | undefined {
  return value === undefined || typeof value === 'string';
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.length === 4 && value.every((one) => typeof one === 'string');
}

function rowOf([channel = '', message = '', block = '', label = '']: string[]): NonNullable<Back['row']> {
  return { channel, message, block, label };
}
