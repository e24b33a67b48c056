import { COLOURS } from '../../../render/timeline/layout.ts';
import { renderPng } from '../../../render/timeline/png.ts';
import { element } from '../../../render/timeline/svg.ts';

/** What Teams takes: pixels, wide and high. */
export const COLOR_SIZE = 192;
export const OUTLINE_SIZE = 32;

/** A page of a calendar with a check on it: a date that somebody looked at. */
export async function appIcons(): Promise<{ color: Buffer; outline: Buffer }> {
  return { color: await renderPng(colorIcon()), outline: await renderPng(outlineIcon()) };
}

/** Fills its square, for Teams rounds the corners; the page keeps to the 120 by 120 in the middle that stay in sight. */
function colorIcon(): string {
  const { brand, paper, band, mine } = COLOURS;
  return picture(
    COLOR_SIZE,
    element('rect', { width: COLOR_SIZE, height: COLOR_SIZE, fill: brand }),
    element('rect', { x: 42, y: 48, width: 108, height: 104, rx: 12, fill: paper }),
    element('path', { d: 'M42 78 V60 a12 12 0 0 1 12 -12 H138 a12 12 0 0 1 12 12 V78 Z', fill: mine }),
    element('rect', { x: 64, y: 37, width: 12, height: 26, rx: 6, fill: band }),
    element('rect', { x: 116, y: 37, width: 12, height: 26, rx: 6, fill: band }),
    line('M71 115 L89 133 L122 98', mine, 13),
  );
}

/** White lines on nothing: Teams colours them itself. On whole and half pixels, so that they stay sharp. */
function outlineIcon(): string {
  return picture(
    OUTLINE_SIZE,
    line('M5 9 a2 2 0 0 1 2 -2 H25 a2 2 0 0 1 2 2 V26 a2 2 0 0 1 -2 2 H7 a2 2 0 0 1 -2 -2 Z', 'white', 2),
    line('M5 13 H27', 'white', 2),
    line('M11 3 V8', 'white', 2),
    line('M21 3 V8', 'white', 2),
    line('M11 20.5 L14.5 24 L21 17', 'white', 2),
  );
}

function picture(size: number, ...parts: readonly string[]): string {
  return element(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', width: size, height: size, viewBox: `0 0 ${size} ${size}` },
    ...parts,
  );
}

function line(d: string, stroke: string, width: number): string {
  return element('path', {
    d,
    fill: 'none',
    stroke,
    'stroke-width': width,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
  });
}
