import { z } from 'zod';
import { type Context, defineCommand } from '../src/command/command.ts';
import { choice, flag, optional, text } from '../src/command/fields.ts';
import { Refusal } from '../src/core/errors.ts';
import type { Feed } from '../src/domain/feed/feed.ts';
import { createFeed, feedsOf, revokeFeed, rotateFeed } from '../src/domain/feed/manage-feed.ts';
import type { Message } from '../src/reply/reply.ts';
import { feedListMessage, feedOpenedMessage } from '../src/views/feed-view.ts';
import { viewOf } from '../src/views/view-of.ts';
import { filterFields, filterFrom, filterIds } from './shared/calendar-filter.ts';

const args = z.object({
  doe: optional(choice(['nieuw', 'lijst', 'intrekken', 'vernieuwen'], { positional: true, names: ['do'] })),
  ...filterFields,
  acties: flag({ names: ['actions'] }),
  naam: optional(text({ names: ['name'] })),
  feed: optional(text({ hidden: true })),
});
type Args = z.infer<typeof args>;

export const abonneer = defineCommand({
  name: 'abonneer',
  aliases: ['subscribe', 'abonneren', 'feed', 'feeds', 'ical', 'agenda-link'],
  access: 'reader',
  args,
  examples: ['doelgroep:senioren', 'vorm:phishing --acties', 'lijst'],
  run: async (context, given) => {
    if (given.doe === 'lijst') return list(context);
    if (given.doe === 'intrekken') return revoke(context, feedId(given));
    if (given.doe === 'vernieuwen')
      return feedOpenedMessage(
        await rotateFeed(context.store, context.by, context.ids, feedId(given)),
        context,
      );
    return open(context, given);
  },
});

async function open(context: Context, given: Args): Promise<Message> {
  const filter = await filterFrom(context, given);
  const view = await viewOf(context, [], filterIds(given));
  const names = filterIds(given)
    .map(view.name)
    .filter((name) => name !== undefined);
  const opened = await createFeed(context.store, context.by, context.ids, {
    title: given.naam ?? [context.t('feed.calendar'), ...names].join(', ').slice(0, 200),
    filter: { ...filter, content: given.acties ? ['campaigns', 'actions'] : ['campaigns'] },
    locale: context.locale,
  });
  return feedOpenedMessage(opened, context);
}

async function list(context: Context): Promise<Message> {
  const person = context.actor.person;
  if (!person) throw new Refusal('feed-needs-person');
  const own = await feedsOf(context.store, context.by, person);
  const named = (await context.store.list('feed', context.scope)).filter(({ name }) => name !== undefined);
  return feedListMessage(own, named, context);
}

async function revoke(context: Context, id: Feed['id']): Promise<Message> {
  await revokeFeed(context.store, context.by, id);
  const listed = await list(context);
  return {
    ...listed,
    sections: [{ type: 'notice', tone: 'success', text: context.t('feed.revoked') }, ...listed.sections],
  };
}

function feedId({ feed }: Args): Feed['id'] {
  if (!feed?.startsWith('feed/')) throw new Refusal('feed-which');
  return feed as Feed['id'];
}
