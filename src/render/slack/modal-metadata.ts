/** What a modal's submission needs besides its inputs; travels in `private_metadata`, which only the app can set. */
export interface ModalMetadata {
  command: string;
  version?: number;
  /** The page of a form that is spread over several modals, from 0, and how many there are. */
  page: number;
  pages: number;
  /** The draft that holds what earlier pages, or the form before a question, were filled with. */
  draft?: string;
  /** The modal asks whether to go on: its submission says yes. */
  confirmed?: true;
  /** Where the answer is shown; without it, in the modal itself. */
  responseUrl?: string;
}

/** As a short string for `private_metadata`. */
export function encodeModalMetadata(metadata: ModalMetadata): string {
  const { command, version, page, pages, draft, confirmed, responseUrl } = metadata;
  return JSON.stringify({
    c: command,
    v: version,
    p: page,
    n: pages,
    d: draft,
    k: confirmed ? 1 : undefined,
    u: responseUrl,
  });
}

/** Reads it back; undefined for anything that is not ours. */
export function decodeModalMetadata(text: string): ModalMetadata | undefined {
  const parsed = parse(text);
  if (typeof parsed !== 'object' || parsed === null) return undefined;
  const { c, v, p, n, d, k, u } = parsed as Record<string, unknown>;
  if (typeof c !== 'string' || c === '' || !isCount(p) || !isCount(n)) return undefined;
  if ((v !== undefined && !isCount(v)) || !isText(d) || !isText(u)) return undefined;
  return {
    command: c,
    page: p,
    pages: n,
    ...(v === undefined ? {} : { version: v }),
    ...(d === undefined ? {} : { draft: d }),
    ...(k === 1 ? { confirmed: true } : {}),
    ...(u === undefined ? {} : { responseUrl: u }),
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
