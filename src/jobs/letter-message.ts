import { HOME_ZONE } from '../core/clock.ts';
import { publicScope } from '../domain/access/visibility.ts';
import { settingsOfPerson, settingsOfSubscription } from '../domain/courtesy/settings-of.ts';
import { isWorkingTime, nextWorkingTime, type WorkingHours } from '../domain/courtesy/working-time.ts';
import type { Delivery } from '../domain/delivery/delivery.ts';
import { reasonText } from '../domain/delivery/reasons.ts';
import { roadOfSubscription, roadsOf } from '../domain/delivery/road.ts';
import {
  type Newsletter,
  newsletterFor,
  newsletterRecords,
  partnersScope,
} from '../domain/digest/newsletter.ts';
import type { NewsletterRecord } from '../domain/newsletter/newsletter-record.ts';
import type { Person } from '../domain/person/person.ts';
import type { Store } from '../domain/ports.ts';
import type { Id } from '../domain/shared/record.ts';
import type { Subscription } from '../domain/subscription/subscription.ts';
import { translator } from '../i18n/translate.ts';
import { renderText } from '../render/text/render-text.ts';
import { newsletterMessage } from '../views/newsletter-view.ts';
import { viewOf } from '../views/view-of.ts';
import type { Prepared } from './prepared.ts';

export interface LetterOptions {
  store: Store;
  publicUrl: string;
  console: boolean;
}

/** A newsletter for one reader as it is now, within their hours; nothing for who is subscribed no more. */
export async function letterMessage(
  { store, publicUrl, console }: LetterOptions,
  reader: Person | Subscription,
  delivery: Delivery,
  now: Temporal.Instant,
): Promise<Prepared> {
  const letter = await store.get(delivery.about as Id<'newsletter'>);
  if (!letter?.sentAt || !reader.letter) return { type: 'nothing', reason: reasonText('nothing-left') };
  const isPerson = 'absences' in reader;
  const hours = isPerson ? settingsOfPerson(reader) : settingsOfSubscription(reader);
  const from = isPerson ? presentFrom(reader, now) : now;
  if (from !== now || !isWorkingTime(now, hours)) return waitFrom(from, hours);
  const { locale, zone = HOME_ZONE } = reader;
  const t = translator(locale);
  const content = await contentFor(store, letter, now);
  const today = now.toZonedDateTimeISO(zone).toPlainDate();
  const by = { store, locale, today, t };
  const records = newsletterRecords(content);
  const views = {
    open: await viewOf({ ...by, scope: publicScope(now) }, records),
    partners: await viewOf({ ...by, scope: partnersScope(now) }, records),
  };
  const message = newsletterMessage(content, letter, views, { publicUrl, forPartners: isPerson });
  const roads = isPerson ? roadsOf(reader, { console }) : [roadOfSubscription(reader)];
  const { id, kind, recipient } = delivery;
  return {
    type: 'send',
    roads,
    outgoing: { delivery: id, kind, recipient, locale, message, campaigns: [] },
    text: renderText(message, t),
  };
}

const kept = new WeakMap<Store, { key: string; content: Newsletter }>();

/** The same for every reader while nothing changes, so it is read once. */
async function contentFor(
  store: Store,
  letter: NewsletterRecord,
  now: Temporal.Instant,
): Promise<Newsletter> {
  const key = [letter.id, await store.revision(), now.toString().slice(0, 13)].join(' ');
  const known = kept.get(store);
  if (known?.key === key) return known.content;
  const content = await newsletterFor(store, letter.quarter, now, letter.contents);
  kept.set(store, { key, content });
  return content;
}

/** The moment from which somebody is there: now, or when the day after an absence begins. */
function presentFrom({ absences, zone }: Person, now: Temporal.Instant): Temporal.Instant {
  const today = now.toZonedDateTimeISO(zone).toPlainDate().toString();
  const away = absences.find(({ from, until }) => from <= today && today <= until);
  if (!away) return now;
  return Temporal.PlainDate.from(away.until).add({ days: 1 }).toZonedDateTime(zone).toInstant();
}

function waitFrom(from: Temporal.Instant, hours: WorkingHours): Prepared {
  const until = isWorkingTime(from, hours) ? from : nextWorkingTime(from, hours);
  return { type: 'wait', until, reason: reasonText('outside-hours') };
}
