/** What a modal's submission needs besides its inputs; travels in `private_metadata`. */
export interface ModalMetadata {
  command: string;
  version?: number;
  /** The page of a form that is spread over several modals, from 0, and how many there are. */
  page: number;
  pages: number;
}

/** As a short string for `private_metadata`. */
export function encodeModalMetadata({ command, version, page, pages }: ModalMetadata): string {
  return JSON.stringify({ c: command, v: version, p: page, n: pages });
}

/** Reads it back; undefined for anything that is not ours. */
export function decodeModalMetadata(text: string): ModalMetadata | undefined {
  const parsed = parse(text);
  if (typeof parsed !== 'object' || parsed === null) return undefined;
  const { c, v, p, n } = parsed as Record<string, unknown>;
  if (typeof c !== 'string' || c === '' || !isCount(p) || !isCount(n)) return undefined;
  if (v === undefined) return { command: c, page: p, pages: n };
  return isCount(v) ? { command: c, version: v, page: p, pages: n } : undefined;
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
