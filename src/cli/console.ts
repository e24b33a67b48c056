import type { App } from '../app.ts';
import { contextFor } from '../command/context.ts';
import { runRequest } from '../command/run.ts';
import { runLine } from '../command/run-line.ts';
import type { Actor } from '../domain/access/actor.ts';
import { translator } from '../i18n/translate.ts';
import { renderText } from '../render/text/render-text.ts';
import type { Reply } from '../reply/reply.ts';
import { findActor, findPerson, programScope } from './find-person.ts';
import { fillForm } from './form-prompts.ts';
import { type LineReader, lineReader } from './line-reader.ts';
import { type NumberedAction, numberedActions, withoutTyping } from './numbered-actions.ts';
import { withApp } from './open-app.ts';
import { slugOf } from './person.ts';
import { complain, DONE, FAILED, print, readArgs, type Verb, words } from './verb.ts';

export const consoleVerb: Verb = {
  name: 'console',
  usage: ['[--as <person>]'],
  summary: 'A conversation in the terminal. Type a command, or the number of a button. Ctrl-D ends.',
  run: async (args) => {
    const { values, positionals } = readArgs(args, { as: { type: 'string' } });
    words(positionals);
    return withApp(async (app) => {
      const terminal = lineReader();
      try {
        const actor = await chooseActor(app, terminal, values.as);
        if (!actor) return FAILED;
        await converse(app, terminal, actor);
        return DONE;
      } finally {
        terminal.close();
      }
    });
  },
};

async function chooseActor(
  app: App,
  terminal: LineReader,
  as: string | undefined,
): Promise<Actor | undefined> {
  if (as !== undefined) return findActor(app, as);
  const people = (await app.store.list('person', programScope(app))).filter(({ active }) => active);
  if (people.length === 0) {
    complain('Nobody is in the database yet. Add someone with "person add", then come back.');
    return undefined;
  }
  people.forEach(({ id, name, role }, index) => {
    print(`${String(index + 1).padStart(3)}. ${name} (${role}, ${slugOf(id)})`);
  });
  for (;;) {
    const typed = await terminal.ask('Who are you? Number or name: ');
    if (typed === undefined) return undefined;
    const picked = people[Number(typed) - 1];
    try {
      return await findActor(app, picked?.id ?? (await findPerson(app, typed)).id);
    } catch (error) {
      print((error as Error).message);
    }
  }
}

async function converse(app: App, terminal: LineReader, actor: Actor): Promise<void> {
  const { registry } = app;
  const t = translator(actor.locale);
  const prompt = `${slugOf(actor.person ?? '')}> `;
  const context = () => contextFor(app, actor, 'private');
  let last: Reply = await runLine(registry, context(), 'help');
  show(last);
  for (;;) {
    const line = await terminal.ask(prompt);
    if (line === undefined) return;
    if (line.trim() === '') continue;
    const action = pressed(last, line);
    if (/^\d{1,3}$/.test(line.trim()) && !action) {
      print(t('console.no-such-number'));
      continue;
    }
    last = action ? await runRequest(registry, context(), action) : await runLine(registry, context(), line);
    while (last.type === 'form') {
      const request = await fillForm(last, terminal, t);
      if (!request) break;
      last = await runRequest(registry, context(), request);
    }
    if (last.type !== 'form') show(last);
  }

  function show(reply: Reply): void {
    print(`\n${renderText(withoutTyping(reply), t)}`);
    const actions = numberedActions(reply);
    if (actions.length > 0) print('');
    actions.forEach(({ label, about }, index) => {
      print(`${String(index + 1).padStart(3)}. ${label}${about ? `: ${about}` : ''}`);
    });
    print('');
  }
}

/** The button whose number was typed. */
function pressed(reply: Reply, line: string): NumberedAction | undefined {
  return /^\d{1,3}$/.test(line.trim()) ? numberedActions(reply)[Number(line) - 1] : undefined;
}
