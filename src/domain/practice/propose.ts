import { Refusal } from '../../core/errors.ts';
import type { IdSource } from '../../core/ids.ts';
import { PROGRAM } from '../access/actor.ts';
import { mayEditPractice, mayPropose, require } from '../access/may.ts';
import { scopeOf } from '../access/visibility.ts';
import { type By, changeOne, visibleRecord } from '../change-one.ts';
import type { Store } from '../ports.ts';
import { type AnyRecord, pick } from '../records.ts';
import type { Id } from '../shared/record.ts';
import {
  contentOfPractice,
  isOpen,
  laidAnew,
  type PracticeContent,
  saysTheSame,
  wasPublished,
} from './content.ts';
import { type Practice, practice } from './practice.ts';
import { writtenOver } from './versions.ts';

type PracticeId = Id<'practice'>;

/**
 * Hands in a practice for review, a coordinator's own included. Until it is published only the own organisation and
 * coordinators see it. `evaluation`: what it grew out of; refused as not found when the actor may not see that.
 */
export function proposePractice(
  store: Store,
  by: By,
  ids: IdSource,
  content: PracticeContent,
  evaluation?: Id<'evaluation'>,
): Promise<Practice> {
  const made = proposal(by, ids, content);
  return put(store, by, evaluation ? [evaluation] : [], (current) => {
    if (!evaluation) return made;
    return { ...made, evaluation: visibleRecord(current, evaluation, by).id };
  });
}

/**
 * Hands in a new version of a published or withdrawn practice: what is published stays as it is until a coordinator
 * approves. Refuses one that says the same, and a second one of the same organisation.
 */
export async function proposeVersion(
  store: Store,
  by: By,
  ids: IdSource,
  of: PracticeId,
  content: PracticeContent,
): Promise<Practice> {
  const made = proposal(by, ids, content);
  const others = await store.linked('practice', 'practice', of, scopeOf(PROGRAM, by.at));
  return put(store, by, [of, ...others.map(({ id }) => id)], (current) => {
    const revised = visibleRecord(current, of, by);
    if (!wasPublished(revised)) throw new Refusal('practice-closed', { title: revised.title.nl });
    const mine = others.map(({ id }) => pick(current, id));
    if (mine.some((one) => one?.revises === of && one.owner === made.owner && isOpen(one)))
      throw new Refusal('practice-version-waits', { title: revised.title.nl });
    if (saysTheSame(contentOfPractice(revised), content) && revised.state === 'published')
      throw new Refusal('practice-unchanged', { title: revised.title.nl });
    return { ...made, key: revised.key, revises: of, revisesVersion: revised.version };
  });
}

/**
 * Improves a proposal that waits or for which changes were asked: it waits for review again. A new version is laid
 * anew over the practice as it is now, so that it undoes nothing that came between; refused when it then says the same.
 */
export async function improveProposal(
  store: Store,
  by: By,
  id: PracticeId,
  content: PracticeContent,
): Promise<Practice> {
  const { revises } = (await store.get(id)) ?? {};
  const history = revises ? await store.history(revises) : [];
  return changeOne(
    store,
    by,
    'practice.improve',
    id,
    (old, current) => {
      require(mayEditPractice(by.actor, old), 'not-your-practice');
      if (!isOpen(old)) throw new Refusal('practice-closed', { title: old.title.nl });
      const { evidenceNote: _note, ...rest } = old;
      const revised = old.revises && pick(current, old.revises);
      if (!revised) return { ...rest, ...content, state: 'in-review' };
      const now = contentOfPractice(revised);
      const before = contentOfPractice(old);
      const then = writtenOver(old, history);
      const over = then ? contentOfPractice(then) : before;
      const anew = laidAnew({ over, before, improved: content }, now);
      if (saysTheSame(anew, now) && revised.state === 'published')
        throw new Refusal('practice-unchanged', { title: old.title.nl });
      return { ...rest, ...anew, state: 'in-review', revisesVersion: revised.version };
    },
    revises ? [revises] : [],
  );
}

function proposal(by: By, ids: IdSource, content: PracticeContent): Practice {
  require(mayPropose(by.actor), 'other-organisation');
  return practice.parse({
    ...content,
    id: `practice/v-${ids()}`,
    state: 'in-review',
    visibility: 'organisation',
    owner: by.actor.organisations[0],
    proposedBy: by.actor.person,
    proposedAt: by.at.toString(),
  });
}

async function put(
  store: Store,
  by: By,
  ids: readonly Id[],
  make: (current: ReadonlyMap<string, AnyRecord>) => Practice,
): Promise<Practice> {
  const [subject] = ids;
  const { result } = await store.change<PracticeId>({
    actor: by.actor,
    action: 'practice.propose',
    at: by.at,
    ids,
    ...(by.version === undefined || subject === undefined ? {} : { expect: { [subject]: by.version } }),
    ...(by.key === undefined ? {} : { key: by.key }),
    decide: (current) => {
      const made = make(current);
      return { put: [made as AnyRecord], result: made.id };
    },
  });
  return visibleRecord(await store.getMany([result]), result, by);
}
