import { type Campaign, campaign } from '../src/domain/campaign/campaign.ts';
import { type Random, randomFrom } from './random.ts';
import { AUDIENCES, CHANNELS, LEADS, REGIONS, SENTENCES, SHAPES, SUBJECTS, TOWNS } from './words.ts';

/** How many made-up campaigns, and the years that they are spread over evenly. */
export interface Spread {
  count: number;
  firstYear: number;
  years: number;
}

/** More campaigns in the same ten years: what grows is how many there are in a week. */
export function denser(count: number): Spread {
  return { count, firstYear: 2022, years: 10 };
}

/** A thousand a year, for longer: what grows is only what is far from any week that one asks about. */
export function longer(count: number): Spread {
  const years = count / 1_000;
  return { count, years, firstYear: years >= 100 ? 2000 : years >= 10 ? 2022 : 2027 };
}

/** The campaigns of a spread, the same ones in every run. Each id ends in its number. */
export function* campaignsOf({ count, firstYear, years }: Spread): Generator<Campaign> {
  const random = randomFrom(count + years);
  const first = Temporal.PlainDate.from({ year: firstYear, month: 1, day: 1 });
  for (let number = 0; number < count; number++)
    yield madeUp(number, first.add({ days: random.below(years * 365) }), random);
}

function madeUp(number: number, start: Temporal.PlainDate, random: Random): Campaign {
  const [form, words] = random.pick(SUBJECTS);
  const shape = random.pick(SHAPES);
  const town = random.pick(TOWNS);
  const isMoment = random.below(10) === 0;
  const draw = random.below(20);
  return campaign.parse({
    id: idOfNumber(number),
    title: `${shape} ${town}: ${words} (${number})`,
    type: isMoment ? 'inhaakmoment' : 'campaign',
    period: { start: start.toString(), end: start.add({ days: lengthOf(random) - 1 }).toString() },
    dateState: random.pick(['provisional', 'confirmed', 'confirmed', 'uncertain']),
    progress: draw === 0 ? 'cancelled' : draw < 3 ? 'proposed' : 'planned',
    leads: isMoment ? [] : [{ organisation: random.pick(LEADS) }],
    owner: random.pick(LEADS),
    visibility: random.pick([...Array<string>(16).fill('public'), 'partners', 'partners', 'organisation']),
    audiences: two(AUDIENCES, random),
    forms: [form],
    channels: two(CHANNELS, random),
    regions: random.below(2) === 0 ? [] : [random.pick(REGIONS)],
    places: [town],
    message: `${random.pick(SENTENCES)} ${random.pick(SENTENCES)}`,
    materials: random.below(3) === 0 ? [{ title: 'Poster', url: 'https://example.org/poster.pdf' }] : [],
  });
}

/** The id of the campaign with this number. */
export function idOfNumber(number: number): `campaign/${string}` {
  return `campaign/bench-${String(number).padStart(6, '0')}`;
}

/** Mostly a day to two weeks, sometimes a month, and one in a hundred half a year. */
function lengthOf(random: Random): number {
  const draw = random.below(100);
  if (draw === 0) return 180;
  return draw < 6 ? 30 : 1 + random.below(14);
}

function two(from: readonly string[], random: Random): string[] {
  return [...new Set([random.pick(from), random.pick(from)])];
}
