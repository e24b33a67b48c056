import { hash } from 'node:crypto';
import { gzipSync } from 'node:zlib';

/** A feed ready to be sent, in both encodings; made once for each version of its content. */
export interface ServedFeed {
  plain: Representation;
  gzip: Representation;
  /** Milliseconds since 1970, whole seconds. */
  modifiedAt: number;
  /** True for a feed with a token: no shared cache may keep it. */
  isPersonal: boolean;
  filename: string;
}

export interface Representation {
  body: Buffer;
  /** A strong entity tag with its quotes; each encoding has its own (RFC 9110, 8.8.3.3). */
  etag: string;
}

export interface ServingOptions {
  /** Mixed into every entity tag: raising this setting makes all subscribers fetch again; see reviseFeed. */
  salt: string | number;
  lastModified: string;
  isPersonal: boolean;
  filename: string;
}

/** Compresses a feed and gives it its entity tags, which depend on its bytes and the salt alone. */
export function servedFeed(text: string, options: ServingOptions): ServedFeed {
  const body = Buffer.from(text);
  const tag = hash('sha256', `${options.salt}\n${text}`, 'base64url').slice(0, 27);
  return {
    plain: { body, etag: `"${tag}"` },
    gzip: { body: gzipSync(body, { level: 9 }), etag: `"${tag}-gz"` },
    modifiedAt: Math.floor(Temporal.Instant.from(options.lastModified).epochMilliseconds / 1000) * 1000,
    isPersonal: options.isPersonal,
    filename: options.filename,
  };
}
