import { createApp, fillCalendar } from './app.ts';
import { bindTyped } from './command/bind.ts';
import { contextFor } from './command/context.ts';
import { parseCommandLine } from './command/grammar.ts';
import { runRequest } from './command/run.ts';
import { readConfig } from './config.ts';
import { actorOf } from './domain/person/actor-of.ts';
import { renderText } from './render/text/render-text.ts';

const app = createApp(readConfig(process.env));
await fillCalendar(app);
const [, , , , as, line = ''] = process.argv;
const actor = await actorOf(app.store, `person/${as}`, app.now());
if (!actor) throw new Error('who?');
const typed = parseCommandLine(line);
const command = app.registry.find(typed.word);
const context = contextFor(app, actor, 'private');
const reply = await runRequest(
  app.registry,
  context,
  command ? bindTyped(command, typed) : { command: typed.word, args: {} },
);
console.log(renderText(reply, context.t));
