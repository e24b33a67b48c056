import { guardOf } from '../access/guard.ts';
import { canSee, type Scope } from '../access/visibility.ts';
import type { Campaign } from '../campaign/campaign.ts';
import { type Overlap, overlapBetween, overlappable } from '../campaign/overlap.ts';
import { type QuieterPeriod, quieterPeriods } from '../campaign/quieter-periods.ts';
import { type Missing, missingFrom } from '../campaign/readiness.ts';
import { type KnownBefore, knownBefore } from '../evaluation/known-before.ts';
import type { Store } from '../ports.ts';
import { type AnyRecord, isKind, pick } from '../records.ts';
import type { Id } from '../shared/record.ts';
import { isEscalation } from './next-step.ts';
import { matterKey, type Nudge } from './nudge.ts';

/** All that a nudge needs to be put into words, as far as its reader may see it. */
export interface NudgeFacts {
  nudge: Nudge;
  subject: AnyRecord;
  /** The campaign that it is about, or that its task or invitation belongs to. */
  campaign: Campaign | undefined;
  /** Of an overlap. */
  other: Campaign | undefined;
  overlap: Overlap | undefined;
  quieter: readonly QuieterPeriod[];
  missing: readonly Missing[];
  /** What is known before a campaign is prepared; undefined for what is not about preparing one. */
  known: KnownBefore | undefined;
  /** Of one that comes because others did not answer: whom, and on which moments; or who said it was not theirs. */
  asked: { people: Id<'person'>[]; moments: string[]; refused: boolean } | undefined;
}

/** Who reads, and on which day. */
export interface FactsReader {
  store: Store;
  scope: Scope;
  today: Temporal.PlainDate;
}

/** The facts of nudges, in their order; one whose record the reader may not see any more is left out. */
export async function factsOf(
  reader: FactsReader,
  nudges: readonly Nudge[],
  past: (nudge: Nudge) => readonly Nudge[],
): Promise<NudgeFacts[]> {
  const { store, scope } = reader;
  const named = nudges.flatMap(({ subject, other }) => (other ? [subject, other] : [subject]));
  const subjects = await store.getMany(named);
  const campaigns = await store.getMany(
    [...subjects.values()].flatMap((record) => ('campaign' in record ? [record.campaign] : [])),
  );
  const visible = (record: AnyRecord | undefined): boolean =>
    record !== undefined && canSee(scope, guardOf(record));
  const facts: NudgeFacts[] = [];
  for (const nudge of nudges) {
    const subject = subjects.get(nudge.subject);
    const other = nudge.other && pick(subjects, nudge.other as Id<'campaign'>);
    if (!subject || !visible(subject) || (nudge.other && !visible(other as AnyRecord | undefined))) continue;
    const campaign = isKind(subject, 'campaign')
      ? subject
      : 'campaign' in subject
        ? pick(campaigns, subject.campaign as Id<'campaign'>)
        : undefined;
    facts.push({
      nudge,
      subject,
      campaign,
      other,
      missing: campaign && isPreparing(nudge) ? await missingOf(reader, campaign) : [],
      known: campaign && isPreparing(nudge) ? await knownBefore(store, scope, campaign) : undefined,
      asked: askedOf(nudge, past(nudge)),
      ...(await overlapOf(reader, campaign, other)),
    });
  }
  return facts;
}

function isPreparing({ rule }: Nudge): boolean {
  return rule === 'preparation';
}

async function missingOf({ store, scope }: FactsReader, campaign: Campaign): Promise<Missing[]> {
  const tasks = await store.linked('task', 'campaign', campaign.id, scope);
  const participations = await store.linked('participation', 'campaign', campaign.id, scope);
  return missingFrom(campaign, { tasks, participations });
}

async function overlapOf(
  { store, scope, today }: FactsReader,
  campaign: Campaign | undefined,
  other: Campaign | undefined,
): Promise<Pick<NudgeFacts, 'overlap' | 'quieter'>> {
  const mine = campaign && overlappable(campaign);
  if (!mine || !other || !campaign.period) return { overlap: undefined, quieter: [] };
  const { period, audiences, forms, id } = campaign;
  const quieter = await quieterPeriods(store, scope, today, { period, audiences, forms, except: id });
  return { overlap: overlapBetween(mine, other), quieter };
}

function askedOf(nudge: Nudge, past: readonly Nudge[]): NudgeFacts['asked'] {
  if (!isEscalation(nudge.step)) return undefined;
  const same = past.filter(
    (one) => matterKey(one) === matterKey(nudge) && one.sentAt && !isEscalation(one.step),
  );
  if (same.length === 0) return undefined;
  const people = [...new Set(same.map(({ recipient }) => recipient))];
  const moments = [...new Set(same.map(({ sentAt }) => sentAt ?? ''))].sort();
  return { people, moments, refused: nudge.step.includes('-refused-') };
}
