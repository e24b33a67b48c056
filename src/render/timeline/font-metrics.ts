/** What a font can draw, and how wide. */
export interface FontMetrics {
  /** The advance of a code point as a share of the font size; undefined when the font does not have it. */
  widthOf(codePoint: number): number | undefined;
}

const UNICODE = 3;
const BASIC_PLANE = 4;

/** Reads the widths out of a TrueType file. Only what fonts of our own choosing need: cmap format 4 and hmtx. */
export function readFontMetrics(file: Buffer): FontMetrics {
  const tables = tablesOf(file);
  const unitsPerEm = tables('head').readUInt16BE(18);
  const wideCount = tables('hhea').readUInt16BE(34);
  const advances = tables('hmtx');
  const glyphs = glyphsOf(tables('cmap'));
  return {
    widthOf(codePoint) {
      const glyph = glyphs.get(codePoint);
      if (glyph === undefined) return undefined;
      return advances.readUInt16BE(4 * Math.min(glyph, wideCount - 1)) / unitsPerEm;
    },
  };
}

function tablesOf(file: Buffer): (name: string) => Buffer {
  const count = file.readUInt16BE(4);
  const tables = new Map<string, Buffer>();
  for (let at = 12; at < 12 + 16 * count; at += 16) {
    const offset = file.readUInt32BE(at + 8);
    const length = file.readUInt32BE(at + 12);
    tables.set(file.toString('latin1', at, at + 4), file.subarray(offset, offset + length));
  }
  return (name) => {
    const table = tables.get(name);
    if (!table) throw new Error(`the font has no table ${name}`);
    return table;
  };
}

function glyphsOf(cmap: Buffer): Map<number, number> {
  const glyphs = new Map<number, number>();
  const subtable = basicPlane(cmap);
  const columns = subtable.readUInt16BE(6);
  const column = (number: number, segment: number) => 14 + number * columns + (number > 0 ? 2 : 0) + segment;
  for (let segment = 0; segment < columns; segment += 2) {
    const last = subtable.readUInt16BE(column(0, segment));
    const first = subtable.readUInt16BE(column(1, segment));
    const delta = subtable.readUInt16BE(column(2, segment));
    const rangeAt = column(3, segment);
    const range = subtable.readUInt16BE(rangeAt);
    for (let code = first; code <= last && code < 0xffff; code += 1) {
      const found = range === 0 ? code : subtable.readUInt16BE(rangeAt + range + 2 * (code - first));
      const glyph = found === 0 ? 0 : (found + delta) & 0xffff;
      if (glyph !== 0) glyphs.set(code, glyph);
    }
  }
  return glyphs;
}

function basicPlane(cmap: Buffer): Buffer {
  for (let at = 4; at < 4 + 8 * cmap.readUInt16BE(2); at += 8) {
    const subtable = cmap.subarray(cmap.readUInt32BE(at + 4));
    if (cmap.readUInt16BE(at) === UNICODE && subtable.readUInt16BE(0) === BASIC_PLANE) return subtable;
  }
  throw new Error('the font has no table of Unicode signs');
}
