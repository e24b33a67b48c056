import type { App } from '../app.ts';
import { SetupError } from '../core/errors.ts';
import { calendarFilter, type Feed } from '../domain/feed/feed.ts';
import { createFeed, revokeFeed, rotateFeed } from '../domain/feed/manage-feed.ts';
import type { Kind } from '../domain/shared/record.ts';
import { findActor, programScope } from './find-person.ts';
import { withApp } from './open-app.ts';
import { byProgram, findId, slugOf } from './person.ts';
import { DONE, print, readArgs, UsageError, type Verb, words } from './verb.ts';

export const feedVerb: Verb = {
  name: 'feed',
  usage: [
    'new --for <person> [--title <title>] [--audience <name>]... [--form <name>]... [--organisation <name>]... [--actions] [--locale nl|en]',
    'list [--json]',
    'rotate <feed>',
    'revoke <feed>',
  ],
  summary: 'Calendar feeds with a secret address. The address is shown once: only its hash is kept.',
  run: async ([what, ...args]) => {
    if (what === 'new') return create(args);
    if (what === 'list') return list(args);
    if (what === 'rotate' || what === 'revoke') return change(what, args);
    throw new UsageError(
      what === undefined ? 'Say what to do.' : `"${what}" is not new, list, rotate or revoke.`,
    );
  },
};

async function create(args: string[]): Promise<number> {
  const names = { type: 'string', multiple: true, default: [] as string[] } as const;
  const { values, positionals } = readArgs(args, {
    for: { type: 'string' },
    title: { type: 'string', default: 'Campagnekalender' },
    audience: names,
    form: names,
    organisation: names,
    actions: { type: 'boolean' },
    locale: { type: 'string' },
  });
  words(positionals);
  const { for: person, title, locale } = values;
  if (!person) throw new UsageError('Say with --for whose feed it is: it shows what that person may see.');
  if (locale !== undefined && locale !== 'nl' && locale !== 'en')
    throw new UsageError(`--locale is nl or en, not "${locale}".`);
  return withApp(async (app) => {
    const actor = await findActor(app, person);
    const filter = calendarFilter.parse({
      audiences: await idsOf(app, 'audience', values.audience),
      forms: await idsOf(app, 'form', values.form),
      organisations: await idsOf(app, 'organisation', values.organisation),
      content: values.actions ? ['campaigns', 'actions'] : ['campaigns'],
    });
    const given = { title, filter, locale: locale ?? actor.locale };
    const opened = await createFeed(app.store, { actor, at: app.now() }, app.ids, given);
    print(`${opened.feed.title}: ${slugOf(opened.feed.id)}`);
    print(addressOf(app, opened.token));
    return DONE;
  });
}

async function list(args: string[]): Promise<number> {
  const { values, positionals } = readArgs(args, { json: { type: 'boolean' } });
  words(positionals);
  return withApp(async (app) => {
    const feeds = (await app.store.list('feed', programScope(app))).map(
      ({ tokenHash: _hash, ...feed }) => feed,
    );
    if (values.json) print(JSON.stringify(feeds, null, 2));
    else for (const feed of feeds) print(lineOf(app, feed));
    return DONE;
  });
}

function lineOf({ publicUrl }: App, { id, title, name, person, tokenPrefix, revokedAt }: Feed): string {
  const where = name ? `${publicUrl}/feeds/${name}.ics` : `${publicUrl}/feeds/t/${tokenPrefix}….ics`;
  const who = person ? `for ${slugOf(person)}` : 'public';
  return [slugOf(id), title, who, where, revokedAt ? 'revoked' : ''].join('\t').trimEnd();
}

async function change(what: 'rotate' | 'revoke', args: string[]): Promise<number> {
  const [typed = ''] = words(readArgs(args, {}).positionals, 'feed');
  return withApp(async (app) => {
    const id = await findId(app, 'feed', typed);
    const feed = await app.store.get(id);
    if (feed?.name)
      throw new SetupError(`${typed} is a public feed from the calendar files; its address is fixed.`);
    if (what === 'revoke') {
      const revoked = await revokeFeed(app.store, byProgram(app), id);
      print(`${revoked.title} is revoked: its address gives 404 from now on.`);
      return DONE;
    }
    const { token } = await rotateFeed(app.store, byProgram(app), app.ids, id);
    print(`The old address gives 404 from now on. The new one is:\n${addressOf(app, token)}`);
    return DONE;
  });
}

function addressOf({ publicUrl }: App, token: string): string {
  return `${publicUrl}/feeds/t/${token}.ics`;
}

function idsOf<K extends Kind>(app: App, kind: K, names: readonly string[]) {
  return Promise.all(names.map((name) => findId(app, kind, name)));
}
