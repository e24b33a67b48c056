import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';

/**
 * A key for one purpose, derived from the program's own key (HKDF-SHA256): what is made for one purpose
 * means nothing to another, and a derived key tells nothing about the one it came from. 32 bytes.
 */
export function deriveKey(encryptionKey: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', encryptionKey, '', `campagneregie ${purpose}`, 32));
}

/** The text with its signature (HMAC-SHA256), in signs that may stand in an address. */
export function signText(key: Buffer, text: string): string {
  const payload = Buffer.from(text).toString('base64url');
  return `${payload}.${signatureOf(key, payload)}`;
}

/** The text that was signed with this key; undefined for anything else. Takes as long for a near miss. */
export function readSigned(key: Buffer, signed: string): string | undefined {
  const [payload = '', signature = '', ...more] = signed.split('.');
  const given = Buffer.from(signature);
  const wanted = Buffer.from(signatureOf(key, payload));
  if (more.length > 0 || given.length !== wanted.length || !timingSafeEqual(given, wanted)) return undefined;
  return Buffer.from(payload, 'base64url').toString();
}

/** A short sign of a text that does not tell the text, to see later whether it is still the same. */
export function markOf(key: Buffer, text: string): string {
  return signatureOf(key, text).slice(0, 16);
}

function signatureOf(key: Buffer, payload: string): string {
  return createHmac('sha256', key).update(payload).digest('base64url');
}

const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Encrypts a text (AES-256-GCM) so that only this key opens it, and only as being about `about`. */
export function seal(key: Buffer, text: string, about: string): Buffer {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(about));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]);
}

/** The text again; undefined for another key, another `about`, or anything that was changed. */
export function unseal(key: Buffer, sealed: Buffer, about: string): string | undefined {
  if (sealed.length < IV_BYTES + TAG_BYTES) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, IV_BYTES))
    .setAAD(Buffer.from(about))
    .setAuthTag(sealed.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  try {
    const opened = [decipher.update(sealed.subarray(IV_BYTES + TAG_BYTES)), decipher.final()];
    return Buffer.concat(opened).toString('utf8');
  } catch {
    // Not ours, or not as it was: the caller hears undefined.
    return undefined;
  }
}
