import { deriveKey, markOf, readSigned, signText } from '../../core/secrets.ts';
import { type Id, idOf } from '../../domain/shared/record.ts';
import { type ActionTarget, decodeAction, encodeAction } from '../../render/action-value.ts';
import { cleanLine } from '../../render/shared/clean-text.ts';
import { shorten } from '../../render/shared/split-text.ts';
import type { Action } from '../../reply/reply.ts';

/** What a link in a mail does, and as whom. */
export interface LinkedAction {
  person: Id<'person'>;
  /** A mark of the mail address that it went to, which does not tell the address. */
  sentTo: string;
  label: string;
  action: ActionTarget;
  /** Seconds since 1970. */
  expires: number;
}

/**
 * Whoever has such a link may do, as the person that it was mailed to and as long as that is their address,
 * what it says and what its pages offer about the same record or reminder (fixed-args.ts): a form's other
 * fields are theirs to fill in, what it is about is not.
 */
export interface AnswerLinks {
  /** The link in a mail to this address; undefined for what may not be done, or is too long to mail. */
  linkFor(person: Id<'person'>, address: string, action: Action): string | undefined;
  /**
   * The signed text for a button on the page that this link opened, whatever its length: as the same person, and
   * no longer than the link. Undefined for what may not be done.
   */
  signAs(linked: LinkedAction, action: Action): string | undefined;
  /** Whether the link went to this address. */
  isFor(linked: LinkedAction, address: string | undefined): boolean;
  /** What a signed text says; undefined when it is not ours or may not be done any more. */
  read(signed: string): LinkedAction | 'expired' | undefined;
  /** The address to stop mail to this person. It keeps working, as RFC 8058 wants. */
  stopLinkFor(person: Id<'person'>): string;
  readStop(signed: string): Id<'person'> | undefined;
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

/** Makes and reads the links with which people answer a mail. */
export function answerLinks({ encryptionKey, publicUrl, allowed, now }: AnswerLinkOptions): AnswerLinks {
  const answerKey = deriveKey(encryptionKey, 'answer links');
  const stopKey = deriveKey(encryptionKey, 'stop links');
  const seconds = () => Math.floor(now().epochMilliseconds / 1_000);

  const markKey = deriveKey(encryptionKey, 'address marks');
  const mark = (address: string) => markOf(markKey, address.toLowerCase());

  const signAs: AnswerLinks['signAs'] = ({ person, sentTo, expires }, action) => {
    if (!allowed.has(action.command)) return undefined;
    const label = shorten(cleanLine(action.label), LONGEST_LABEL);
    return signText(answerKey, JSON.stringify([person, sentTo, expires, label, encodeAction(action)]));
  };

  return {
    signAs,
    linkFor(person, address, action) {
      const { label } = action;
      const expires = seconds() + DAYS * 86_400;
      const signed = signAs({ person, sentTo: mark(address), label, action, expires }, action);
      const link = signed && `${publicUrl}/doe/${signed}`;
      return link && link.length < LONGEST_ADDRESS ? link : undefined;
    },
    isFor: ({ sentTo }, address) => address !== undefined && mark(address) === sentTo,
    read(signed) {
      const text = readSigned(answerKey, signed);
      const linked = text === undefined ? undefined : linkedAction(text);
      if (!linked || !allowed.has(linked.action.command)) return undefined;
      return linked.expires < seconds() ? 'expired' : linked;
    },
    stopLinkFor: (person) => `${publicUrl}/afmelden/${signText(stopKey, person)}`,
    readStop: (signed) => personId.safeParse(readSigned(stopKey, signed)).data,
  };
}

/** The text was signed by us; an older version of the program may have written it differently, though. */
function linkedAction(text: string): LinkedAction | undefined {
  const [person, sentTo, expires, label, encoded] = JSON.parse(text) as unknown[];
  const known = personId.safeParse(person);
  const action = decodeAction(encoded);
  if (!known.success || !action || typeof sentTo !== 'string') return undefined;
  if (typeof expires !== 'number' || typeof label !== 'string') return undefined;
  return { person: known.data, sentTo, expires, label, action };
}
