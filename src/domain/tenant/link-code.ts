import { createHash, randomInt } from 'node:crypto';
import { Refusal } from '../../core/errors.ts';
import { isCoordinator, require } from '../access/may.ts';
import type { By } from '../change-one.ts';
import type { Store } from '../ports.ts';
import { type AnyRecord, pick } from '../records.ts';
import type { Id } from '../shared/record.ts';
import { linkCode } from './link-code-record.ts';

/** What a code is for: a workspace of these organisations, or one person's own account. */
export type LinkTarget = { organisations: readonly Id<'organisation'>[] } | { person: Id<'person'> };

export const CODE_HOURS = 72;

/** Without look-alikes, so that a code can be read out over the telephone. */
const LETTERS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const GROUPS = 3;
const PER_GROUP = 4;

/**
 * Makes a code that works once, within 72 hours (about 59 bits). Coordinators only. The code itself is nowhere kept:
 * it is shown now, and never again. Refusal when a person or organisation is not there.
 */
export async function makeLinkCode(
  store: Store,
  by: By,
  target: LinkTarget,
): Promise<{ code: string; expiresAt: string }> {
  require(isCoordinator(by.actor), 'coordinators-only');
  const named = 'person' in target ? [target.person] : [...target.organisations];
  if (named.length === 0) throw new Refusal('argument-missing', {}, 'organisatie');
  const code = randomCode();
  const expiresAt = by.at.add({ hours: CODE_HOURS }).toString();
  const record = linkCode.parse({ id: codeId(code), ...target, expiresAt, visibility: 'organisation' });
  await store.change({
    actor: by.actor,
    action: 'linkcode.make',
    at: by.at,
    ids: named,
    decide: (current) => {
      for (const id of named) if (!current.has(id)) throw new Refusal('not-found');
      if ('person' in target && !pick(current, target.person)?.active) throw new Refusal('not-found');
      return { put: [record as AnyRecord], result: null };
    },
  });
  return { code, expiresAt };
}

/** The id under which a typed code is kept; spaces, dashes and small letters do not matter. */
export function codeId(typed: string): Id<'linkcode'> {
  const plain = typed.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
  return `linkcode/${createHash('sha256').update(`link code ${plain}`).digest('hex').slice(0, 40)}`;
}

function randomCode(): string {
  const group = () => Array.from({ length: PER_GROUP }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  return Array.from({ length: GROUPS }, group).join('-');
}
