import type { z } from 'zod';
import type { Context } from '../../src/command/command.ts';
import { choice, optional, refs } from '../../src/command/fields.ts';
import type { CalendarFilter } from '../../src/domain/feed/feed.ts';
import type { Id } from '../../src/domain/shared/record.ts';
import { withParts } from '../../src/domain/taxonomy/with-parts.ts';

/** The arguments by which the calendar, its feeds and its quiet weeks are filtered. */
export const filterFields = {
  doelgroep: optional(refs('audience', { names: ['audience', 'doelgroepen', 'publiek'] })),
  vorm: optional(refs('form', { names: ['form', 'fraudevorm', 'fraudvorm', 'vormen'] })),
  organisatie: optional(refs('organisation', { names: ['organisation', 'organization', 'trekker', 'lead'] })),
  regio: optional(refs('region', { names: ['region'] })),
  reeks: optional(refs('series', { names: ['series', 'serie'] })),
  onderwerp: optional(refs('topic', { names: ['topic'] })),
  soort: optional(choice(['campagne', 'inhaakmoment'], { names: ['type'] })),
};

type FilterArgs = z.infer<z.ZodObject<typeof filterFields>>;

/** The filter that these arguments mean; a term stands for its parts too ("senioren" for those offline). */
export async function filterFrom(
  { store, scope }: Context,
  args: FilterArgs,
): Promise<Omit<CalendarFilter, 'content'>> {
  return {
    audiences: await withParts(store, scope, 'audience', args.doelgroep ?? []),
    forms: await withParts(store, scope, 'form', args.vorm ?? []),
    organisations: args.organisatie ?? [],
    regions: args.regio ?? [],
    series: args.reeks ?? [],
    topics: args.onderwerp ?? [],
    types: args.soort ? [args.soort === 'campagne' ? 'campaign' : 'inhaakmoment'] : [],
  };
}

/** All the records that a filter names, for telling the reader which filter was used. */
export function filterIds(args: FilterArgs): Id[] {
  return [args.doelgroep, args.vorm, args.organisatie, args.regio, args.reeks, args.onderwerp].flatMap(
    (ids) => ids ?? [],
  );
}
