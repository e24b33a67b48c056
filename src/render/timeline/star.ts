import { COLOURS } from './layout.ts';
import { element, short } from './svg.ts';

const RADIUS = 12;

/** A star of five points around a place: the mark of the reader's own campaigns. */
export function starSvg(x: number, y: number): string {
  const points = Array.from({ length: 10 }, (_, index) => {
    const radius = index % 2 === 0 ? RADIUS : RADIUS * 0.45;
    const angle = (index / 10) * 2 * Math.PI;
    return `${short(x + radius * Math.sin(angle))},${short(y - radius * Math.cos(angle))}`;
  });
  return element('polygon', { points: points.join(' '), fill: COLOURS.mine });
}
