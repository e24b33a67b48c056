import { hash } from 'node:crypto';
import { renderPng } from '../render/timeline/png.ts';

const KEPT = 36;

/** Draws each picture once and keeps the last few dozen, since drawing one takes far longer than reading it. */
export function drawnOnce(): (svg: string) => Promise<Buffer> {
  const kept = new Map<string, Promise<Buffer>>();
  return (svg) => {
    const key = hash('sha256', svg);
    const png = kept.get(key) ?? renderPng(svg);
    kept.delete(key);
    kept.set(key, png);
    png.catch(() => kept.delete(key));
    const [oldest] = kept.keys();
    if (kept.size > KEPT && oldest) kept.delete(oldest);
    return png;
  };
}
