import type { z } from 'zod';
import { campaign } from './campaign/campaign.ts';
import { contact } from './contact/contact.ts';
import { correction } from './correction/correction.ts';
import { evaluation } from './evaluation/evaluation.ts';
import { feed } from './feed/feed.ts';
import { guide } from './guide/guide.ts';
import { helpPoint } from './help-point/help-point.ts';
import { measure } from './measure/measure.ts';
import { newsletterRecord } from './newsletter/newsletter-record.ts';
import { sendingSwitch } from './nudge/switch.ts';
import { group, organisation } from './organisation/organisation.ts';
import { participation } from './participation/participation.ts';
import { person } from './person/person.ts';
import { action, plan, report } from './plan/plan.ts';
import { practice } from './practice/practice.ts';
import { series } from './series/series.ts';
import type { Id, Kind } from './shared/record.ts';
import { signal } from './signal/signal.ts';
import { subscription } from './subscription/subscription.ts';
import { task } from './task/task.ts';
import { audience, channel, form, region, topic } from './taxonomy/taxonomy.ts';
import { linkCode } from './tenant/link-code-record.ts';
import { tenant } from './tenant/tenant.ts';

/** The schema of each kind: the store checks every record against it before it is written. */
export const schemas = {
  organisation,
  group,
  person,
  form,
  audience,
  channel,
  region,
  topic,
  series,
  campaign,
  task,
  participation,
  plan,
  action,
  report,
  practice,
  helppoint: helpPoint,
  feed,
  subscription,
  switch: sendingSwitch,
  tenant,
  linkcode: linkCode,
  evaluation,
  signal,
  measure,
  contact,
  guide,
  newsletter: newsletterRecord,
  correction,
} satisfies Record<Kind, z.ZodType>;

export type RecordOf<K extends Kind> = z.infer<(typeof schemas)[K]>;
export type AnyRecord = { [K in Kind]: RecordOf<K> }[Kind];

/** Tells whether a record is of the kind, for narrowing. */
export function isKind<K extends Kind>(record: AnyRecord, kind: K): record is RecordOf<K> & AnyRecord {
  return record.id.startsWith(`${kind}/`);
}

/** The record of an id among those read, or undefined: typed by the id's kind. */
export function pick<K extends Kind>(
  records: ReadonlyMap<string, AnyRecord>,
  id: Id<K>,
): RecordOf<K> | undefined {
  return records.get(id) as RecordOf<K> | undefined;
}
