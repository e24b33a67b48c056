import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { RequestHandler } from 'express';
import { isUnmodified } from './is-unmodified.ts';

const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#154273"/><path d="M9 8h14v4H9zm0 7h14v3H9zm0 6h9v3H9z" fill="#fff"/></svg>`;

/** The style sheet that all pages share, read once and served with an entity tag. */
export function styleSheet(): RequestHandler {
  return fixedFile(readFileSync(new URL('style.css', import.meta.url)), 'text/css; charset=utf-8');
}

/** The little picture in a browser's tab. */
export function siteIcon(): RequestHandler {
  return fixedFile(Buffer.from(ICON), 'image/svg+xml');
}

function fixedFile(body: Buffer, type: string): RequestHandler {
  const etag = `"${hash('sha256', body, 'base64url').slice(0, 27)}"`;
  return (request, response) => {
    response.set({ ETag: etag, 'Cache-Control': 'public, max-age=300' });
    if (isUnmodified(request.headers, [etag], Number.POSITIVE_INFINITY)) response.status(304).end();
    else response.set('Content-Type', type).send(body);
  };
}
