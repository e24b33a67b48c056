import type { App } from '../app.ts';
import { HOME_ZONE } from '../core/clock.ts';
import { formatInstant } from '../core/dates/format-date.ts';
import { nameOf } from '../domain/names.ts';
import type { Id } from '../domain/shared/record.ts';
import { type LinkTarget, makeLinkCode } from '../domain/tenant/link-code.ts';
import { findActor, findPerson } from './find-person.ts';
import { withApp } from './open-app.ts';
import { byProgram, findId } from './person.ts';
import { DONE, print, readArgs, UsageError, type Verb, words } from './verb.ts';

export const linkCodeVerb: Verb = {
  name: 'link-code',
  usage: ['--for <organisation>[,<organisation>]...', '--person <person>'],
  summary:
    'A one-time code that links a workspace to organisations, or a chat account to a person. It is shown once: only its hash is kept.',
  run: async (args) => {
    const { values, positionals } = readArgs(args, { for: { type: 'string' }, person: { type: 'string' } });
    words(positionals);
    const { for: organisations, person } = values;
    if ((organisations === undefined) === (person === undefined))
      throw new UsageError('Say with --for whose workspace it is, or with --person whose account.');
    const names = namesIn(organisations ?? person ?? '');
    if (names.length === 0) throw new UsageError('The name is missing.');
    return withApp(async (app) => {
      const target: LinkTarget =
        person === undefined
          ? { organisations: await organisationsOf(app, names) }
          : { person: await activePerson(app, person) };
      await show(app, target);
      return DONE;
    });
  },
};

function namesIn(typed: string): string[] {
  return typed
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

async function organisationsOf(app: App, names: readonly string[]): Promise<Id<'organisation'>[]> {
  const ids = await Promise.all(names.map((name) => findId(app, 'organisation', name)));
  return [...new Set(ids)];
}

async function activePerson(app: App, typed: string): Promise<Id<'person'>> {
  const { id } = await findPerson(app, typed);
  await findActor(app, id);
  return id;
}

async function show(app: App, target: LinkTarget): Promise<void> {
  const { code, expiresAt } = await makeLinkCode(app.store, byProgram(app), target);
  const ids: readonly Id[] = 'person' in target ? [target.person] : target.organisations;
  const known = await app.store.getMany(ids);
  const names = [...known.values()].map((one) => nameOf(one, 'en')).join(', ');
  print(code);
  print(`Works once, until ${formatInstant(Temporal.Instant.from(expiresAt), HOME_ZONE, 'en')}.`);
  print(
    'person' in target
      ? `Give it to ${names} only, who types to the bot: in Slack /campagne koppel ${code}, in Teams koppel ${code}\nWhoever types it acts as ${names} from then on.`
      : `Someone of ${names} types where it is to be linked: in Slack /campagne koppel ${code}, in Teams, in the own conversation with the bot, koppel ${code}`,
  );
}
