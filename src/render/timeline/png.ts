import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { FONT_FAMILY, fontFiles } from './font.ts';

let started: Promise<void> | undefined;

/** Draws an SVG as a PNG of its own size, in pixels. Only our own font is there, so every machine draws alike. */
export async function renderPng(svg: string): Promise<Buffer> {
  started ??= start();
  await started;
  const drawing = new Resvg(svg, {
    font: { fontBuffers: [...fontFiles()], defaultFontFamily: FONT_FAMILY, loadSystemFonts: false },
  });
  const image = drawing.render();
  try {
    return Buffer.from(image.asPng());
  } finally {
    image.free();
    drawing.free();
  }
}

async function start(): Promise<void> {
  const { resolve } = createRequire(import.meta.url);
  await initWasm(await readFile(resolve('@resvg/resvg-wasm/index_bg.wasm')));
}
