import { escapeHtml } from '../html/escape.ts';
import { FONT_FAMILY, type TextStyle } from './font.ts';

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An SVG element. The values are escaped here, the children are elements or escaped text already. */
export function element(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escapeHtml(typeof value === 'number' ? short(value) : `${value}`)}"`);
  return `<${name}${written.join('')}${children.length === 0 ? '/>' : `>${children.join('')}</${name}>`}`;
}

export interface PlacedText extends TextStyle {
  x: number;
  /** Of the line that the letters stand on. */
  y: number;
  fill: string;
  anchor?: 'middle' | 'end';
}

/** A text that fits already, at its place. */
export function textElement(text: string, { x, y, size, bold, fill, anchor }: PlacedText): string {
  const weight = bold ? 700 : 400;
  const style = { 'font-family': FONT_FAMILY, 'font-size': size, 'font-weight': weight };
  return element('text', { x, y, fill, 'text-anchor': anchor, ...style }, escapeHtml(text));
}

/** At most two figures behind the point, so that the same place is always written alike. */
export function short(value: number): string {
  return `${Math.round(value * 100) / 100}`;
}
