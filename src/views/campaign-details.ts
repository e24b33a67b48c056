import { HOME_ZONE } from '../core/clock.ts';
import { formatDate, formatInstant } from '../core/dates/format-date.ts';
import { guardOf } from '../domain/access/guard.ts';
import type { Campaign } from '../domain/campaign/campaign.ts';
import type { Field } from '../reply/reply.ts';
import { nameList, type View } from './view.ts';

/** Who leads a campaign, what it is about, where, and who sees it; what is empty is left out. */
export function aboutFields(campaign: Campaign, view: View): Field[] {
  const { t } = view;
  const fields: Field[] = [];
  const leads = nameList(
    view,
    campaign.leads.map((lead) => lead.organisation),
  );
  if (campaign.type === 'campaign') fields.push({ label: t('card.lead'), value: leads || t('card.no-lead') });
  const lists = [
    ['card.audience', campaign.audiences],
    ['card.forms', campaign.forms],
    ['card.topics', campaign.topics],
    ['card.channels', campaign.channels],
    ['card.region', campaign.regions],
    ['card.used-practices', campaign.practices],
  ] as const;
  for (const [key, ids] of lists) {
    const names = nameList(view, ids);
    if (names !== '') fields.push({ label: t(key), value: names });
  }
  if (campaign.places.length > 0)
    fields.push({ label: t('field.plaats'), value: campaign.places.join(', ') });
  if (campaign.organiser) fields.push({ label: t('card.organiser'), value: campaign.organiser });
  if (campaign.website)
    fields.push({ label: t('card.website'), value: [{ text: campaign.website, href: campaign.website }] });
  fields.push({ label: t('card.visibility'), value: seenByText(campaign, view) });
  return fields;
}

/** What a campaign says and is for, as far as it is written down. */
export function contentFields(campaign: Campaign, { t }: View): Field[] {
  const texts = [
    ['card.message', campaign.message],
    ['card.aim', campaign.aim],
    ['card.behaviour', campaign.behaviour],
    ['card.measure', campaign.measure],
    ['card.note', campaign.note],
  ] as const;
  const fields: Field[] = texts.flatMap(([key, value]) => (value ? [{ label: t(key), value }] : []));
  for (const { title, url } of campaign.materials)
    fields.push({ label: t('card.materials'), value: [{ text: title, href: url }] });
  return fields;
}

/** Who sees a campaign, and until when it is less public than it will be. */
function seenByText(campaign: Campaign, view: View): string {
  const { t } = view;
  const { restricted } = guardOf(campaign);
  const embargo = embargoText(campaign, view);
  if (campaign.visibility !== 'public') {
    const who =
      campaign.visibility === 'partners' || campaign.visibility === 'organisation'
        ? t(`visibility.${campaign.visibility}`)
        : t('visibility.group', { name: view.name(campaign.visibility) ?? '' });
    return [who, embargo].filter(Boolean).join('. ');
  }
  const who = t(restricted ? 'visibility.public-approved' : 'visibility.public');
  if (!restricted && !embargo) return who;
  const untilThen = t('visibility.until-then', { who: t('visibility.partners') });
  return [who, embargo, untilThen].filter(Boolean).join('. ');
}

/** "Niet openbaar tot 4 oktober 2027"; empty without an embargo, and once it is over. */
function embargoText({ embargoUntil }: Campaign, { t, locale, today }: View): string {
  if (!embargoUntil) return '';
  const moment = Temporal.Instant.from(embargoUntil).toZonedDateTimeISO(HOME_ZONE);
  const isMidnight = moment.equals(moment.startOfDay());
  const toGo = Temporal.PlainDate.compare(moment.toPlainDate(), today);
  if (toGo < 0 || (toGo === 0 && isMidnight)) return '';
  const when = isMidnight
    ? formatDate(moment.toPlainDate().toString(), locale, today)
    : formatInstant(moment.toInstant(), HOME_ZONE, locale);
  return t('card.embargo', { when });
}
