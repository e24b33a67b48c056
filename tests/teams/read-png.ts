import { inflateSync } from 'node:zlib';

export interface Picture {
  width: number;
  height: number;
  /** Red, green, blue and alpha of each point, row by row. */
  points: [number, number, number, number][];
}

/** Reads a PNG of eight bits with alpha, not interlaced, as our renderer makes them (PNG, third edition, 9 and 11). */
export function readPng(bytes: Uint8Array): Picture {
  const file = Buffer.from(bytes);
  if (file.toString('latin1', 1, 4) !== 'PNG') throw new Error('this is no PNG');
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)];
  if (file[24] !== 8 || file[25] !== 6 || file[28] !== 0)
    throw new Error('this kind of PNG cannot be read here');
  const data: Buffer[] = [];
  for (let at = 8; at < file.length; at += file.readUInt32BE(at) + 12)
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT')
      data.push(file.subarray(at + 8, at + 8 + file.readUInt32BE(at)));
  const rows = unfiltered(inflateSync(Buffer.concat(data)), width * 4, height);
  const points = Array.from({ length: width * height }, (_, index): Picture['points'][number] => {
    const [red = 0, green = 0, blue = 0, alpha = 0] = rows.subarray(index * 4, index * 4 + 4);
    return [red, green, blue, alpha];
  });
  return { width, height, points };
}

/** Each row has a byte before it that says from which neighbours its bytes are told. */
function unfiltered(raw: Buffer, length: number, height: number): Buffer {
  const out = Buffer.alloc(length * height);
  for (let row = 0; row < height; row++) {
    const kind = raw[row * (length + 1)] ?? 0;
    for (let at = 0; at < length; at++) {
      const left = at < 4 ? 0 : (out[row * length + at - 4] ?? 0);
      const up = row === 0 ? 0 : (out[(row - 1) * length + at] ?? 0);
      const corner = at < 4 || row === 0 ? 0 : (out[(row - 1) * length + at - 4] ?? 0);
      const told = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][kind] ?? 0;
      out[row * length + at] = ((raw[row * (length + 1) + 1 + at] ?? 0) + told) & 255;
    }
  }
  return out;
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}
