import { Refusal } from '../../core/errors.ts';
import { type Source, webAddress } from '../shared/fields.ts';

const MOST = 10;
const LONGEST = 500;

/**
 * Sources as people type them: one a line, the address last. What stood there before keeps the day on which it was
 * looked at. Refuses more than ten, a line that is too long, and an address that is none.
 */
export function parseSources(typed: string, before: readonly Source[] = []): Source[] {
  const lines = typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (lines.length > MOST) throw new Refusal('sources-too-many', { most: MOST }, 'bron');
  return lines.map((line) => {
    const found = sourceOf(line);
    return before.find(({ text, url }) => text === found.text && url === found.url) ?? found;
  });
}

/** The way back: the same lines. */
export function sourceLines(sources: readonly Source[]): string {
  return sources.map(({ text, url }) => (url && url !== text ? `${text} ${url}` : text)).join('\n');
}

function sourceOf(line: string): Source {
  const [, before = '', address] = /^(.*?)\s*((?:https?:\/\/|www\.)\S*)$/i.exec(line) ?? [];
  const text = (address === undefined ? line : before || address).trim();
  if (text.length > LONGEST) throw new Refusal('too-big', { max: LONGEST }, 'bron');
  if (address === undefined) return { text };
  const url = webAddress.safeParse(address.startsWith('www.') ? `https://${address}` : address);
  if (!url.success) throw new Refusal('source-address', { text: address.slice(0, 60) }, 'bron');
  return { text, url: url.data };
}
