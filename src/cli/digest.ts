import type { App } from '../app.ts';
import { todayAt } from '../core/clock.ts';
import { SetupError } from '../core/errors.ts';
import { foldText } from '../core/ids.ts';
import { OUTSIDER } from '../domain/access/actor.ts';
import { publicScope, scopeOf } from '../domain/access/visibility.ts';
import { actorOf } from '../domain/person/actor-of.ts';
import type { Subscription } from '../domain/subscription/subscription.ts';
import { translator } from '../i18n/translate.ts';
import { channelDigest, personDigest } from '../jobs/digest-message.ts';
import { situationReader } from '../jobs/situation.ts';
import { renderText } from '../render/text/render-text.ts';
import type { Message } from '../reply/reply.ts';
import { withoutActions } from '../reply/without-actions.ts';
import { findPerson, programScope } from './find-person.ts';
import { withApp } from './open-app.ts';
import { DONE, print, readArgs, UsageError, type Verb, words } from './verb.ts';

export const digestVerb: Verb = {
  name: 'digest',
  usage: ['--for <person|channel> [--at <time>]'],
  summary:
    'Shows the weekly digest of someone or of a channel, as it would be at that moment. It sends nothing.',
  run: async (args) => {
    const { values, positionals } = readArgs(args, { for: { type: 'string' }, at: { type: 'string' } });
    words(positionals);
    const whom = values.for;
    if (whom === undefined)
      throw new UsageError('Say with --for whose digest, for example --for politie-demo.');
    return withApp(async (app) => {
      const at = values.at === undefined ? app.now() : momentOf(values.at);
      const message = await digestOf(app, whom, at);
      print(
        message
          ? renderText(withoutActions(message.message), translator(message.locale))
          : 'There is nothing to tell.',
      );
      return DONE;
    });
  },
};

async function digestOf(app: App, whom: string, now: Temporal.Instant) {
  const channel = await channelCalled(app, whom);
  const shown = channel ? await ofChannel(app, channel, now) : await ofPerson(app, whom, now);
  return shown.message && { ...shown, message: shown.message };
}

type Shown = { message: Message | undefined; locale: 'nl' | 'en' };

async function ofPerson(app: App, whom: string, now: Temporal.Instant): Promise<Shown> {
  const { store, messages } = app;
  const person = await findPerson(app, whom);
  const actor = await actorOf(store, person.id, now);
  if (!actor) throw new SetupError(`${person.name} is no longer active, so there is no digest.`);
  const { locale } = person;
  const reader = { store, scope: scopeOf(actor, now), locale, today: todayAt(now), t: translator(locale) };
  const options = { store, ...messages };
  const situation = await situationReader(options)(now);
  return { locale, message: await personDigest({ ...options, reader, actor, person, situation, now }, []) };
}

async function ofChannel(app: App, subscription: Subscription, now: Temporal.Instant): Promise<Shown> {
  const { store, messages } = app;
  const { locale } = subscription;
  const scope = publicScope(now);
  const reader = { store, scope, locale, today: todayAt(now), t: translator(locale), actor: OUTSIDER };
  return {
    locale,
    message: await channelDigest({ store, outbox: messages.outbox, reader, subscription, now }),
  };
}

async function channelCalled(app: App, typed: string): Promise<Subscription | undefined> {
  const all = await app.store.list('subscription', programScope(app));
  const wanted = foldText(typed.trim());
  return all.find(
    ({ id, name }) => id === wanted || id === `subscription/${wanted}` || foldText(name) === wanted,
  );
}

function momentOf(typed: string): Temporal.Instant {
  try {
    return Temporal.Instant.from(typed);
  } catch {
    throw new UsageError(
      `--at is a moment with an offset, such as 2027-03-01T08:30:00+01:00, not "${typed}".`,
    );
  }
}
