import { z } from 'zod';
import { type Context, defineCommand, type FieldValue } from '../src/command/command.ts';
import { choice, flag, number, optional, ref, text, time } from '../src/command/fields.ts';
import { formFor } from '../src/command/form.ts';
import { refreshable } from '../src/command/refreshable.ts';
import { Refusal } from '../src/core/errors.ts';
import type { CalendarFilter } from '../src/domain/feed/feed.ts';
import type { Id } from '../src/domain/shared/record.ts';
import {
  addSubscription,
  editSubscription,
  type SubscriptionEdit,
} from '../src/domain/subscription/manage-subscription.ts';
import { addressText, type ChannelAddress, parseAddress } from '../src/domain/subscription/parse-address.ts';
import type { Subscription } from '../src/domain/subscription/subscription.ts';
import type { Message, Reply } from '../src/reply/reply.ts';
import { filterArgs } from '../src/views/filter-args.ts';
import { subscriptionLine } from '../src/views/subscription-view.ts';
import { viewOf } from '../src/views/view-of.ts';
import { everyWeekText, WORKING_DAYS } from '../src/views/week-moment.ts';
import { filterFields, filterFrom } from './shared/calendar-filter.ts';
import { momentFrom } from './shared/clock-time.ts';

const PAGE = 15;

const args = z.object({
  doe: optional(choice(['lijst', 'aan', 'wijzig', 'uit'], { positional: true, names: ['do'] })),
  abonnement: optional(
    ref('subscription', { positional: true, names: ['kanaal', 'channel', 'subscription'] }),
  ),
  adres: optional(text({ names: ['address'], check: parseAddress })),
  naam: optional(text({ names: ['name'] })),
  dag: optional(choice(WORKING_DAYS, { names: ['day'] })),
  tijd: optional(time({ names: ['time', 'om'] })),
  taal: optional(choice(['nl', 'en'], { names: ['language', 'locale'] })),
  nieuwsbrief: flag({ names: ['newsletter'] }),
  ...filterFields,
  verder: optional(number(0, 100_000, { hidden: true })),
});
type Args = z.infer<typeof args>;

/** Which part of the filter each argument sets. */
const FILTER_PARTS = {
  doelgroep: 'audiences',
  vorm: 'forms',
  organisatie: 'organisations',
  regio: 'regions',
  reeks: 'series',
  onderwerp: 'topics',
  soort: 'types',
} as const satisfies Record<keyof typeof filterFields, keyof CalendarFilter>;

export const kanaal = defineCommand({
  name: 'kanaal',
  aliases: ['channel', 'kanalen', 'channels'],
  access: 'coordinator',
  args,
  examples: [
    'aan adres:mail:team@voorbeeld.nl naam:Preventieteam dag:dinsdag doelgroep:senioren',
    'wijzig preventieteam tijd:"9.00 uur"',
    'uit preventieteam',
    'lijst',
  ],
  subject: 'abonnement',
  prefill: async (context, { abonnement }) =>
    asTyped(await subscriptionFor(context, abonnement as Id<'subscription'>)),
  run: async (context, given): Promise<Reply> => {
    if (given.doe === 'aan') return turnOn(context, given);
    if (given.doe === 'wijzig') return edit(context, given);
    if (given.doe === 'uit') return turnOff(context, given);
    const { abonnement, verder } = given;
    return refreshable(await list(context, given), 'kanaal', { doe: 'lijst', abonnement, verder });
  },
});

async function turnOn(context: Context, given: Args): Promise<Message> {
  const { store, by } = context;
  if (given.abonnement) {
    const edited = await editSubscription(store, by, given.abonnement, { active: true });
    return told(context, edited, 'channel.added');
  }
  const at = given.adres ? parseAddress(given.adres) : channelOf(context);
  if (!at) throw new Refusal('argument-missing', {}, 'adres');
  const added = await addSubscription(store, by, at, {
    ...settingsFrom(given),
    name: given.naam ?? nameHere(context) ?? at.address,
    filter: { ...(await filterFrom(context, given)), content: ['campaigns'] },
    locale: given.taal ?? context.locale,
  });
  return told(context, added, 'channel.added');
}

function nameHere({ from }: Context): string | undefined {
  if (from?.channel?.name === undefined) return undefined;
  return from.platform === 'slack' ? `#${from.channel.name}` : from.channel.name;
}

/** The channel in which it is asked, when that is on a chat platform. */
function channelOf({ from }: Context): ChannelAddress | undefined {
  if (!from?.channel) return undefined;
  return { platform: from.platform, tenant: from.tenant, address: from.channel.id };
}

async function edit(context: Context, given: Args): Promise<Reply> {
  const old = await subscriptionFor(context, needed(given.abonnement));
  if (given.adres && addressText(parseAddress(given.adres)) !== addressText(old))
    throw new Refusal('channel-address-fixed', {}, 'adres');
  const changed = await changedFilter(context, given);
  const settings: SubscriptionEdit = {
    ...settingsFrom(given),
    ...(changed ? { filter: { ...old.filter, ...changed } } : {}),
  };
  if (Object.keys(settings).length === 0 && !given.adres)
    return formFor(context, kanaal, { values: asTyped(old), version: old.version });
  const edited = await editSubscription(context.store, context.by, old.id, settings);
  return told(context, edited, 'channel.edited');
}

async function turnOff(context: Context, given: Args): Promise<Message> {
  const { store, by } = context;
  const stopped = await editSubscription(store, by, needed(given.abonnement), { active: false });
  return told(context, stopped, 'channel.stopped');
}

function settingsFrom({ naam, taal, nieuwsbrief, ...given }: Args): SubscriptionEdit {
  return {
    ...momentFrom(given),
    ...(naam ? { name: naam } : {}),
    ...(taal ? { locale: taal } : {}),
    ...(nieuwsbrief === undefined ? {} : { letter: nieuwsbrief }),
  };
}

/** The parts of the filter that were asked or emptied; undefined when there are none. */
async function changedFilter(context: Context, given: Args): Promise<Partial<CalendarFilter> | undefined> {
  const asked = Object.entries(FILTER_PARTS).filter(
    ([name]) => given[name as keyof Args] !== undefined || context.emptied.has(name),
  );
  if (asked.length === 0) return undefined;
  const filter = await filterFrom(context, given);
  return Object.fromEntries(asked.map(([, part]) => [part, filter[part]]));
}

async function subscriptionFor({ store, scope }: Context, id: Id<'subscription'>): Promise<Subscription> {
  const found = scope.everything ? await store.get(id) : undefined;
  if (!found) throw new Refusal('not-found');
  return found;
}

function needed(id: Args['abonnement']): Id<'subscription'> {
  if (!id) throw new Refusal('argument-missing', {}, 'abonnement');
  return id;
}

function asTyped(one: Subscription): Record<string, FieldValue> {
  return {
    doe: 'wijzig',
    abonnement: one.id,
    adres: addressText(one),
    naam: one.name,
    dag: WORKING_DAYS[one.weekday - 1] ?? 'maandag',
    tijd: one.time,
    taal: one.locale,
    nieuwsbrief: one.letter ? 'ja' : 'nee',
    ...filterArgs(one.filter),
  };
}

async function told(
  context: Context,
  one: Subscription,
  key: 'channel.added' | 'channel.edited' | 'channel.stopped',
): Promise<Message> {
  const { t } = context;
  const view = await viewOf(context, [one]);
  const text = t(key, { name: one.name, when: everyWeekText(one, view) });
  return {
    type: 'message',
    title: one.name,
    audience: 'private',
    sections: [
      { type: 'notice', tone: 'success', text },
      ...(key === 'channel.added' && one.platform !== 'email' && !isHere(context, one)
        ? [{ type: 'notice' as const, tone: 'info' as const, text: t(`channel.invite-${one.platform}`) }]
        : []),
      { type: 'list', items: [subscriptionLine(one, view)] },
      { type: 'actions', actions: [{ label: t('channel.all'), command: 'kanaal', args: { doe: 'lijst' } }] },
    ],
  };
}

/** In Teams the bot hears only where it was added; in Slack also where it is no member. */
function isHere({ from }: Context, { platform, address }: Subscription): boolean {
  return platform === 'teams' && from?.platform === 'teams' && from.channel?.id === address;
}

async function list(context: Context, { abonnement, verder = 0 }: Args): Promise<Message> {
  const { store, scope, t } = context;
  const all = await store.list('subscription', scope);
  const asked = all.filter(({ id }) => abonnement === undefined || id === abonnement);
  const page = asked.slice(verder, verder + PAGE);
  const view = await viewOf(context, page);
  const add = { label: t('channel.add'), command: 'kanaal', args: { doe: 'aan' }, opensForm: true };
  const next = {
    label: t('render.next-page'),
    command: 'kanaal',
    args: { doe: 'lijst', verder: String(verder + PAGE) },
  };
  return {
    type: 'message',
    title: t('channel.title'),
    audience: 'private',
    sections: [
      { type: 'text', text: `${t('channel.count', { count: asked.length })} ${t('channel.intro')}` },
      ...(page.length > 0
        ? [{ type: 'list' as const, items: page.map((one) => subscriptionLine(one, view)) }]
        : []),
      { type: 'actions', actions: [add] },
    ],
    ...(asked.length > verder + PAGE ? { next } : {}),
  };
}
