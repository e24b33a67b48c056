import { deriveKey, readSigned, signText } from '../../core/secrets.ts';
import { type Id, idOf } from '../../domain/shared/record.ts';
import { type ActionTarget, decodeAction, encodeAction } from '../../render/action-value.ts';
import { cleanLine } from '../../render/shared/clean-text.ts';
import { shorten } from '../../render/shared/split-text.ts';
import type { Action } from '../../reply/reply.ts';

/** What a link in a mail does, and as whom. */
export interface LinkedAction {
  person: Id<'person'>;
  label: string;
  action: ActionTarget;
  /** Seconds since 1970. */
  expires: number;
}

/** Whoever has such a link may do the one thing that it says, as the person that it was mailed to. */
export interface AnswerLinks {
  /** The address that does this for this person; undefined for what may not be done, or is too long to mail. */
  linkFor(person: Id<'person'>, action: Action): string | undefined;
  /** The signed text for a form on our own page, whatever its length; undefined for what may not be done. */
  sign(person: Id<'person'>, action: Action, expires: number): string | undefined;
  /** What a signed text says; undefined when it is not ours or may not be done any more. */
  read(signed: string): LinkedAction | 'expired' | undefined;
  /** The address to stop mail to this person or mailing list. It keeps working, as RFC 8058 wants. */
  stopLinkFor(recipient: Id<'person' | 'subscription'>): string;
  readStop(signed: string): Id<'person' | 'subscription'> | undefined;
}

export interface AnswerLinkOptions {
  encryptionKey: Buffer;
  /** Without a slash at the end. */
  publicUrl: string;
  /** The commands that may be given by a link in a mail. */
  allowed: ReadonlySet<string>;
  now: () => Temporal.Instant;
}

const DAYS = 30;
/** Longer addresses are cut or refused by mail programs and proxies here and there. */
const LONGEST_ADDRESS = 1_800;
const LONGEST_LABEL = 80;

const personId = idOf('person');
const recipientId = idOf('person', 'subscription');

/** Makes and reads the links with which people answer a mail. */
export function answerLinks({ encryptionKey, publicUrl, allowed, now }: AnswerLinkOptions): AnswerLinks {
  const answerKey = deriveKey(encryptionKey, 'answer links');
  const stopKey = deriveKey(encryptionKey, 'stop links');
  const seconds = () => Math.floor(now().epochMilliseconds / 1_000);

  const sign: AnswerLinks['sign'] = (person, action, expires) => {
    if (!allowed.has(action.command)) return undefined;
    const label = shorten(cleanLine(action.label), LONGEST_LABEL);
    return signText(answerKey, JSON.stringify([person, expires, label, encodeAction(action)]));
  };

  return {
    sign,
    linkFor(person, action) {
      const signed = sign(person, action, seconds() + DAYS * 86_400);
      const address = signed && `${publicUrl}/doe/${signed}`;
      return address && address.length < LONGEST_ADDRESS ? address : undefined;
    },
    read(signed) {
      const text = readSigned(answerKey, signed);
      const linked = text === undefined ? undefined : linkedAction(text);
      if (!linked || !allowed.has(linked.action.command)) return undefined;
      return linked.expires < seconds() ? 'expired' : linked;
    },
    stopLinkFor: (recipient) => `${publicUrl}/afmelden/${signText(stopKey, recipient)}`,
    readStop: (signed) => recipientId.safeParse(readSigned(stopKey, signed)).data,
  };
}

/** The text was signed by us; an older version of the program may have written it differently, though. */
function linkedAction(text: string): LinkedAction | undefined {
  const [person, expires, label, encoded] = JSON.parse(text) as unknown[];
  const known = personId.safeParse(person);
  const action = decodeAction(encoded);
  if (!known.success || !action || typeof expires !== 'number' || typeof label !== 'string') return undefined;
  return { person: known.data, expires, label, action };
}
