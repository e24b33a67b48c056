import type { z } from 'zod';
import type { FieldValue } from '../../src/command/command.ts';
import { choice, optional, paragraph, ref, refs, text, url } from '../../src/command/fields.ts';
import { HOME_ZONE } from '../../src/core/clock.ts';
import { parseDate } from '../../src/core/dates/parse-date.ts';
import { Refusal } from '../../src/core/errors.ts';
import type { Campaign } from '../../src/domain/campaign/campaign.ts';
import type { CampaignEdit } from '../../src/domain/campaign/edit-campaign.ts';

/** The arguments that describe a campaign, shared by `nieuw` and `wijzig`; all of them may be left out. */
export const contentFields = {
  vorm: optional(refs('form', { names: ['form', 'fraudevorm'] })),
  trekker: optional(refs('organisation', { names: ['lead', 'organisatie', 'trekkers'] })),
  boodschap: optional(paragraph({ names: ['message'], shared: true })),
  doel: optional(paragraph({ names: ['aim'], shared: true })),
  gedrag: optional(paragraph({ names: ['behaviour', 'behavior'], shared: true })),
  meting: optional(paragraph({ names: ['measure'], shared: true })),
  kanaal: optional(refs('channel', { names: ['channel', 'kanalen'] })),
  regio: optional(refs('region', { names: ['region'] })),
  plaats: optional(text({ names: ['place', 'plaatsen'], shared: true, allows: ['address'] })),
  onderwerp: optional(refs('topic', { names: ['topic'] })),
  praktijk: optional(refs('practice', { names: ['practice', 'practices', 'aanpak'] })),
  materiaal: optional(url({ names: ['material'] })),
  website: optional(url()),
  notitie: optional(paragraph({ names: ['note'], shared: true })),
  zichtbaar: optional(choice(['openbaar', 'partners', 'eigen'], { names: ['visible', 'visibility'] })),
  omvang: optional(choice(['klein', 'middel', 'groot'], { names: ['size'] })),
  groep: optional(ref('group', { names: ['group'] })),
  embargo: optional(text({ names: ['embargo-until'], check: embargoFrom })),
};

type ContentArgs = z.infer<z.ZodObject<typeof contentFields>>;

const SIZE = { klein: 'small', middel: 'medium', groot: 'large' } as const;
const VISIBILITY = { openbaar: 'public', partners: 'partners', eigen: 'organisation' } as const;

/** What the arguments say of a campaign; only what was given, so that the rest stays as it is. */
export function contentFrom(
  args: ContentArgs,
  old: Campaign | undefined,
  today: Temporal.PlainDate,
): CampaignEdit {
  const edit: CampaignEdit = {};
  if (args.vorm) edit.forms = args.vorm;
  if (args.trekker)
    edit.leads = args.trekker.map(
      (id) => old?.leads.find((one) => one.organisation === id) ?? { organisation: id },
    );
  if (args.boodschap) edit.message = args.boodschap;
  if (args.doel) edit.aim = args.doel;
  if (args.gedrag) edit.behaviour = args.gedrag;
  if (args.meting) edit.measure = args.meting;
  if (args.kanaal) edit.channels = args.kanaal;
  if (args.regio) edit.regions = args.regio;
  if (args.plaats) edit.places = splitList(args.plaats);
  if (args.onderwerp) edit.topics = args.onderwerp;
  if (args.praktijk) edit.practices = args.praktijk;
  if (args.materiaal) edit.materials = withMaterial(old?.materials ?? [], args.materiaal);
  if (args.website) edit.website = args.website;
  if (args.notitie) edit.note = args.notitie;
  if (args.omvang) edit.size = SIZE[args.omvang];
  if (args.zichtbaar) edit.visibility = VISIBILITY[args.zichtbaar];
  // The form shows the group that it has now: choosing something else beside it leaves the group.
  const isLeft = args.zichtbaar !== undefined && args.groep === old?.visibility;
  if (args.groep && !isLeft) edit.visibility = args.groep;
  if (args.embargo) edit.embargoUntil = embargoFrom(args.embargo, today);
  return edit;
}

/** A campaign's content as the form shows it: the way back of `contentFrom`. */
export function contentOf(campaign: Campaign): Record<string, FieldValue> {
  const visible = Object.entries(VISIBILITY).find(([, value]) => value === campaign.visibility)?.[0];
  const values: Record<string, FieldValue | undefined> = {
    titel: campaign.title,
    doelgroep: campaign.audiences,
    vorm: campaign.forms,
    trekker: campaign.leads.map((lead) => lead.organisation),
    boodschap: campaign.message,
    doel: campaign.aim,
    gedrag: campaign.behaviour,
    meting: campaign.measure,
    kanaal: campaign.channels,
    regio: campaign.regions,
    plaats: campaign.places.join(', '),
    onderwerp: campaign.topics,
    praktijk: campaign.practices,
    website: campaign.website,
    notitie: campaign.note,
    omvang: Object.entries(SIZE).find(([, value]) => value === campaign.size)?.[0],
    zichtbaar: visible,
    groep: campaign.visibility.startsWith('group/') ? campaign.visibility : undefined,
    embargo: embargoDay(campaign),
  };
  const filled = Object.entries(values).filter(
    (pair): pair is [string, FieldValue] => pair[1] !== undefined && pair[1].length > 0,
  );
  return Object.fromEntries(filled);
}

/** What a form took away from a campaign by leaving it empty. */
export function emptiedFrom(emptied: ReadonlySet<string>): CampaignEdit {
  const taken: CampaignEdit = {
    forms: [],
    leads: [],
    message: undefined,
    aim: undefined,
    behaviour: undefined,
    measure: undefined,
    channels: [],
    regions: [],
    places: [],
    topics: [],
    practices: [],
    website: undefined,
    note: undefined,
    size: undefined,
    embargoUntil: undefined,
  };
  const left = Object.entries(taken).filter(([field]) =>
    emptied.has(ARGUMENT_OF[field as keyof typeof ARGUMENT_OF]),
  );
  return Object.fromEntries(left);
}

const ARGUMENT_OF = {
  forms: 'vorm',
  leads: 'trekker',
  message: 'boodschap',
  aim: 'doel',
  behaviour: 'gedrag',
  measure: 'meting',
  channels: 'kanaal',
  regions: 'regio',
  places: 'plaats',
  topics: 'onderwerp',
  practices: 'praktijk',
  website: 'website',
  note: 'notitie',
  size: 'omvang',
  embargoUntil: 'embargo',
};

function splitList(text: string): string[] {
  return text
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function withMaterial(old: Campaign['materials'], address: string): Campaign['materials'] {
  if (old.some((one) => one.url === address)) return old;
  const { hostname, pathname } = new URL(address);
  const title = decodeURI(pathname.split('/').filter(Boolean).at(-1) ?? hostname).slice(0, 200);
  return [...old, { title, url: address }];
}

/** The day on which an embargo ends, as it was typed. */
function embargoDay({ embargoUntil }: Campaign): string | undefined {
  if (!embargoUntil) return undefined;
  return Temporal.Instant.from(embargoUntil).toZonedDateTimeISO(HOME_ZONE).toPlainDate().toString();
}

/** An embargo ends when its day begins in the Netherlands. */
function embargoFrom(text: string, today: Temporal.PlainDate): string {
  const read = parseDate(text, today);
  if (read.type === 'problem') throw new Refusal(read.code, { text: read.text }, 'embargo');
  return Temporal.PlainDate.from(read.date).toZonedDateTime(HOME_ZONE).toInstant().toString();
}
