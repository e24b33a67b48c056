import { todayAt } from '../../core/clock.ts';
import { Refusal } from '../../core/errors.ts';
import { PROGRAM } from '../access/actor.ts';
import { isCoordinator, maySpeakFor, require } from '../access/may.ts';
import { scopeOf } from '../access/visibility.ts';
import type { Campaign } from '../campaign/campaign.ts';
import { sharedWith } from '../campaign/edit-campaign.ts';
import { type By, visibleRecord } from '../change-one.ts';
import type { Store } from '../ports.ts';
import { type AnyRecord, pick } from '../records.ts';
import type { Id } from '../shared/record.ts';
import { type Evaluation, evaluation } from './evaluation.ts';
import { checkEvaluable, evaluators } from './may-evaluate.ts';

/** All that an evaluation says. */
export type EvaluationSaid = Pick<
  Evaluation,
  'reached' | 'measured' | 'behaviour' | 'mechanism' | 'moderators' | 'costs' | 'lessons' | 'again'
>;

/** Which evaluation is written, and all that it says: what is left out is taken away. */
export interface EvaluationGiven extends EvaluationSaid {
  campaign: Id<'campaign'>;
  organisation: Id<'organisation'>;
}

/**
 * Writes down what an organisation says a campaign brought, in the place of what it said before. `by.version` is
 * that of the evaluation; left out, there must be none yet. Refuses an organisation that neither leads nor joins
 * (a coordinator may know better), and what has not begun.
 */
export async function saveEvaluation(store: Store, by: By, given: EvaluationGiven): Promise<Evaluation> {
  const id = evaluationId(given.campaign, given.organisation);
  const scope = scopeOf(PROGRAM, by.at);
  const participations = await store.linked('participation', 'campaign', given.campaign, scope);
  await store.change({
    actor: by.actor,
    action: 'evaluation.save',
    at: by.at,
    ids: [id, given.campaign, given.organisation],
    expect: { [id]: by.version ?? 0 },
    ...(by.key === undefined ? {} : { key: by.key }),
    decide: (current) => {
      const campaign = visibleRecord(current, given.campaign, by);
      visibleRecord(current, given.organisation, by);
      checkEvaluable(campaign, todayAt(by.at).toString());
      require(maySpeakFor(by.actor, given.organisation), 'other-organisation');
      const tookPart = evaluators(campaign, participations).includes(given.organisation);
      if (!tookPart && !isCoordinator(by.actor))
        throw new Refusal('evaluation-not-joined', {}, 'organisatie');
      return { put: [made(campaign, given, by, pick(current, id))], result: null };
    },
  });
  return visibleRecord(await store.getMany([id]), id, by);
}

function made(campaign: Campaign, given: EvaluationGiven, by: By, old: Evaluation | undefined): AnyRecord {
  const person = by.actor.person ?? old?.by;
  if (!person) throw new Refusal('not-found');
  return evaluation.parse({
    ...given,
    ...(old ? { version: old.version } : {}),
    id: evaluationId(given.campaign, given.organisation),
    visibility: sharedWith(campaign),
    owner: given.organisation,
    about: campaign.title,
    by: person,
    at: by.at.toString(),
  }) as AnyRecord;
}

/** One per campaign and organisation: both slugs, joined. */
export function evaluationId(campaign: Id<'campaign'>, organisation: Id<'organisation'>): Id<'evaluation'> {
  return `evaluation/${campaign.slice('campaign/'.length)}~${organisation.slice('organisation/'.length)}`;
}
