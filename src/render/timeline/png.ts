import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { FONT_FAMILY, fontFiles } from './font.ts';

let started: Promise<void> | undefined;

/** Teams shows no picture that is wider or higher, in pixels. */
export const MOST_PIXELS = 1024;

/** Draws an SVG as a PNG of its own size, or smaller when that is too large for Teams. Only our own font is there, so every machine draws alike. */
export async function renderPng(svg: string): Promise<Buffer> {
  started ??= start();
  await started;
  const whole = drawingOf(svg);
  const share = MOST_PIXELS / Math.max(whole.width, whole.height);
  const drawing = share < 1 ? drawingOf(svg, Math.floor(whole.width * share)) : whole;
  const image = drawing.render();
  try {
    return Buffer.from(image.asPng());
  } finally {
    image.free();
    drawing.free();
    if (drawing !== whole) whole.free();
  }
}

function drawingOf(svg: string, width?: number): InstanceType<typeof Resvg> {
  return new Resvg(svg, {
    font: { fontBuffers: [...fontFiles()], defaultFontFamily: FONT_FAMILY, loadSystemFonts: false },
    ...(width === undefined ? {} : { fitTo: { mode: 'width', value: width } }),
  });
}

async function start(): Promise<void> {
  const { resolve } = createRequire(import.meta.url);
  await initWasm(await readFile(resolve('@resvg/resvg-wasm/index_bg.wasm')));
}
