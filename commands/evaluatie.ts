import { z } from 'zod';
import { type Context, defineCommand, type FieldValue } from '../src/command/command.ts';
import { choice, optional, paragraph, ref } from '../src/command/fields.ts';
import { Refusal } from '../src/core/errors.ts';
import { isCoordinator, maySpeakFor } from '../src/domain/access/may.ts';
import type { Campaign } from '../src/domain/campaign/campaign.ts';
import { editionToEvaluate } from '../src/domain/evaluation/edition-to-evaluate.ts';
import type { Evaluation } from '../src/domain/evaluation/evaluation.ts';
import { checkEvaluable, ownEvaluators } from '../src/domain/evaluation/may-evaluate.ts';
import {
  type EvaluationSaid,
  evaluationId,
  saveEvaluation,
} from '../src/domain/evaluation/save-evaluation.ts';
import { pick } from '../src/domain/records.ts';
import type { Id } from '../src/domain/shared/record.ts';
import { campaignFor } from './shared/show-campaign.ts';
import { showCampaignHistory } from './shared/show-history.ts';

const AGAIN = { 'zo-weer': 'yes', anders: 'changed', niet: 'no' } as const satisfies Record<
  string,
  Evaluation['again']
>;

const args = z.object({
  campagne: ref(['campaign', 'evaluation'], { positional: true, names: ['campaign', 'evaluation'] }),
  bereikt: paragraph({ names: ['reached'], shared: true }),
  gemeten: optional(paragraph({ names: ['measured'], shared: true })),
  veranderd: optional(paragraph({ names: ['behaviour', 'gedrag'], shared: true })),
  werking: optional(paragraph({ names: ['mechanism', 'waardoor'], shared: true })),
  omstandigheden: optional(paragraph({ names: ['moderators'], shared: true })),
  kosten: optional(paragraph({ names: ['costs'], shared: true })),
  les: optional(paragraph({ names: ['lesson'], shared: true, max: 1_000 })),
  les2: optional(paragraph({ names: ['lesson2'], shared: true, max: 1_000 })),
  les3: optional(paragraph({ names: ['lesson3'], shared: true, max: 1_000 })),
  opnieuw: choice(['zo-weer', 'anders', 'niet'], { names: ['again', 'herhalen'] }),
  organisatie: optional(ref('organisation', { names: ['organisation', 'voor'] })),
});
type Args = z.infer<typeof args>;

export const evaluatie = defineCommand({
  name: 'evaluatie',
  aliases: ['evaluation', 'evalueer', 'evalueren', 'evaluate'],
  access: 'partner',
  args,
  examples: [
    '"maand van senioren en veiligheid" bereikt:"40 bijeenkomsten, 1.200 bezoekers" les:"Begin eerder" opnieuw:zo-weer organisatie:jenv',
  ],
  subject: 'campagne',
  prefill: async (context, { campagne, organisatie }) => {
    const id = campagne as Args['campagne'];
    if (isEvaluation(id)) return asTyped(await evaluationFor(context, id));
    const { campaign, evaluation } = await meant(context, id, organisatie as Args['organisatie']);
    return evaluation ? { campagne: evaluation.id, ...asTyped(evaluation) } : { campagne: campaign.id };
  },
  run: async (context, given) => {
    const { campaign, organisation, evaluation } = await meant(context, given.campagne, given.organisatie);
    // A version belongs to an evaluation; who named the campaign saw none.
    const version =
      evaluation?.id === given.campagne ? (context.by.version ?? evaluation?.version) : undefined;
    const { version: _seen, ...by } = context.by;
    await saveEvaluation(context.store, version === undefined ? by : { ...by, version }, {
      campaign: campaign.id,
      organisation,
      ...said(given, evaluation, context.emptied),
    });
    const shown = await showCampaignHistory(context, campaign);
    const told = { type: 'notice', tone: 'success', text: context.t('evaluation.saved') } as const;
    return { ...shown, sections: [told, ...shown.sections] };
  },
});

interface Meant {
  campaign: Campaign;
  organisation: Id<'organisation'>;
  /** What that organisation said of it before. */
  evaluation: Evaluation | undefined;
}

/** Which campaign, and for whom: an evaluation names both; else the asker's own organisation that took part. */
async function meant(context: Context, id: Args['campagne'], named: Args['organisatie']): Promise<Meant> {
  const { store, actor, scope, today } = context;
  if (isEvaluation(id)) {
    const evaluation = await evaluationFor(context, id);
    const campaign = await campaignFor(context, evaluation.campaign);
    return { campaign, organisation: evaluation.organisation, evaluation };
  }
  const asked = await campaignFor(context, id);
  const campaign = await editionToEvaluate(store, scope, asked, today.toString());
  checkEvaluable(campaign, today.toString());
  const answers = await store.linked('participation', 'campaign', campaign.id, scope);
  const [own, other] = ownEvaluators(actor, campaign, answers);
  const organisation = named ?? own;
  if (!organisation && !isCoordinator(actor)) throw new Refusal('evaluation-not-joined', {}, 'campagne');
  if (!organisation || (!named && other)) throw new Refusal('no-organisation', {}, 'organisatie');
  return { campaign, organisation, evaluation: await store.get(evaluationId(campaign.id, organisation)) };
}

/** What is said now, over what was said before: an answer that was not given stays, one that was emptied goes. */
function said(given: Args, old: Evaluation | undefined, emptied: ReadonlySet<string>): EvaluationSaid {
  const text = (name: keyof Args & string, before: string | undefined): string | undefined =>
    emptied.has(name) ? undefined : ((given[name] as string | undefined) ?? before);
  const [les, les2, les3] = old?.lessons ?? [];
  return {
    reached: given.bereikt,
    measured: text('gemeten', old?.measured),
    behaviour: text('veranderd', old?.behaviour),
    mechanism: text('werking', old?.mechanism),
    moderators: text('omstandigheden', old?.moderators),
    costs: text('kosten', old?.costs),
    lessons: [text('les', les), text('les2', les2), text('les3', les3)].filter((one) => one !== undefined),
    again: AGAIN[given.opnieuw],
  };
}

/** The stored evaluation, for who speaks for the organisation; else a refusal that does not tell which. */
async function evaluationFor({ store, actor }: Context, id: Id<'evaluation'>): Promise<Evaluation> {
  const evaluation = pick(await store.getMany([id]), id);
  if (!evaluation || !maySpeakFor(actor, evaluation.organisation)) throw new Refusal('not-found');
  return evaluation;
}

function isEvaluation(id: Args['campagne']): id is Id<'evaluation'> {
  return id.startsWith('evaluation/');
}

/** An evaluation as its form shows it. */
function asTyped(evaluation: Evaluation): Record<string, FieldValue> {
  const [les, les2, les3] = evaluation.lessons;
  const values = {
    bereikt: evaluation.reached,
    gemeten: evaluation.measured,
    veranderd: evaluation.behaviour,
    werking: evaluation.mechanism,
    omstandigheden: evaluation.moderators,
    kosten: evaluation.costs,
    les,
    les2,
    les3,
    opnieuw: Object.entries(AGAIN).find(([, again]) => again === evaluation.again)?.[0],
    organisatie: evaluation.organisation,
  };
  const filled = Object.entries(values).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return Object.fromEntries(filled);
}
