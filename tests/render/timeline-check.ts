import { widthOf } from '../../src/render/timeline/font.ts';

/** A text of the drawing, and the box that it takes. */
export interface DrawnText {
  text: string;
  bold: boolean;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const TAG = /<(\/?)([a-z]+)((?: [a-zA-Z][\w-]*="[^"<>]*")*)(\/?)>/g;
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** Reads the drawing strictly: tags closed in order, quoted attributes, known entities, no stray signs. */
export function textsOf(svg: string): DrawnText[] {
  const open: string[] = [];
  const found: DrawnText[] = [];
  let end = 0;
  let attributes = '';
  let turned = '';
  for (const tag of svg.matchAll(TAG)) {
    const [whole, closing, name = '', given = '', empty] = tag;
    const between = read(svg.slice(end, tag.index));
    if (between !== '') {
      if (open.at(-1) !== 'text') throw new Error(`text outside a text element: ${between}`);
      found.push(placed(between, attributes, turned));
    }
    end = tag.index + whole.length;
    attributes = given;
    if (given) read(given);
    if (name === 'g') turned = closing ? '' : (attributeOf(given, 'transform') ?? '');
    if (closing) {
      if (open.pop() !== name) throw new Error(`</${name}> closes something else`);
    } else if (!empty) open.push(name);
  }
  if (open.length > 0 || end !== svg.length) throw new Error('the drawing does not end where it should');
  return found;
}

/** The texts that are partly outside the drawing. */
export function textsOutside(svg: string): DrawnText[] {
  const [width, height] = ['width', 'height'].map((name) => Number(attributeOf(svg, name)));
  return textsOf(svg).filter(
    ({ left, right, top, bottom }) =>
      left < 0 || top < 0 || right > (width ?? 0) || bottom > (height ?? 0) || Number.isNaN(left + top),
  );
}

/** The pairs of texts that stand over each other. */
export function overlappingTexts(svg: string): [string, string][] {
  const texts = textsOf(svg);
  return texts.flatMap((one, index) =>
    texts
      .slice(index + 1)
      .filter(
        (other) =>
          one.left < other.right &&
          other.left < one.right &&
          one.top < other.bottom &&
          other.top < one.bottom,
      )
      .map((other): [string, string] => [one.text, other.text]),
  );
}

function read(raw: string): string {
  if (/[<>]|[^\P{C}\p{Cf}]|[\uFFFE\uFFFF]/u.test(raw)) throw new Error(`a stray sign in ${raw}`);
  return raw.replaceAll(/&([^;]*;)?/g, (entity, name = '') => {
    const sign = ENTITIES[name.slice(0, -1)];
    if (!sign) throw new Error(`${entity} is no entity`);
    return sign;
  });
}

/** A group may stand on its side: `translate(x y) rotate(-90)`, read from the bottom up. */
function placed(text: string, attributes: string, turned: string): DrawnText {
  const [x, y, size] = ['x', 'y', 'font-size'].map((name) => Number(attributeOf(attributes, name)));
  const bold = attributeOf(attributes, 'font-weight') === '700';
  if (x === undefined || y === undefined || size === undefined) throw new Error(`${text} has no place`);
  const width = widthOf(text, { size, bold });
  const anchor = attributeOf(attributes, 'text-anchor');
  const left = anchor === 'middle' ? x - width / 2 : x;
  const [above, below] = [y - 0.75 * size, y + 0.3 * size];
  const [, across, down] = /^translate\((\S+) (\S+)\) rotate\(-90\)$/.exec(turned) ?? [];
  if (across === undefined) return { text, bold, left, right: left + width, top: above, bottom: below };
  const [x0, y0] = [Number(across), Number(down)];
  return { text, bold, left: x0 + above, right: x0 + below, top: y0 - left - width, bottom: y0 - left };
}

function attributeOf(attributes: string, name: string): string | undefined {
  return new RegExp(` ${name}="([^"]*)"`).exec(attributes)?.[1];
}
