import type { App } from '../app.ts';
import { contextFor } from '../command/context.ts';
import { runLine } from '../command/run-line.ts';
import { type Translate, translator } from '../i18n/translate.ts';
import { renderHtml } from '../render/html/render-html.ts';
import { renderSlackModals } from '../render/slack/render-modal.ts';
import { renderSlack } from '../render/slack/render-slack.ts';
import { renderTeams, renderTeamsDialogs } from '../render/teams/render-teams.ts';
import { renderText } from '../render/text/render-text.ts';
import type { FormReply, Reply } from '../reply/reply.ts';
import { findActor } from './find-person.ts';
import { withApp } from './open-app.ts';
import { DONE, FAILED, print, readArgs, UsageError, type Verb, words } from './verb.ts';

const SURFACES = ['slack', 'teams', 'html', 'text'] as const;
type Surface = (typeof SURFACES)[number];

export const runVerb: Verb = {
  name: 'run',
  usage: ['--as <person> [--surface slack|teams|html|text] [--json] "<command text>"'],
  summary: 'Carries out what someone types, as on a chat platform. Exit code 1 when it was refused.',
  run: async (args) => {
    const { values, positionals } = readArgs(args, {
      as: { type: 'string' },
      surface: { type: 'string' },
      json: { type: 'boolean' },
    });
    if (values.as === undefined)
      throw new UsageError('Say with --as who asks, for example --as coordinator-demo.');
    const surface = surfaceOf(values.surface);
    const [line = ''] = words(positionals, 'command text');
    return withApp((app) => runAs(app, values.as as string, line, surface, values.json ?? false));
  },
};

async function runAs(
  app: App,
  as: string,
  line: string,
  surface: Surface | undefined,
  json: boolean,
): Promise<number> {
  const actor = await findActor(app, as);
  const reply = await runLine(app.registry, contextFor(app, actor, 'private'), line);
  const t = translator(actor.locale);
  if (json) {
    const payload = surface ? { surface, rendered: rendered(reply, surface, t) } : {};
    print(JSON.stringify({ reply, ...payload }, null, 2));
  } else {
    const shown = rendered(reply, surface ?? 'text', t);
    print(typeof shown === 'string' ? shown : JSON.stringify(shown, null, 2));
  }
  return isProblem(reply) ? FAILED : DONE;
}

/** A refusal, or a form because something in the arguments was wrong. Questions and previews are answers. */
export function isProblem(reply: Reply): boolean {
  if (reply.type === 'form') return reply.fields.some(({ error }) => error !== undefined);
  if (reply.type !== 'message') return false;
  return reply.sections.some((section) => section.type === 'notice' && section.tone === 'error');
}

function rendered(reply: Reply, surface: Surface, t: Translate): unknown {
  switch (surface) {
    case 'slack':
      // A form is a message with a button there; what the button opens is shown as well.
      return reply.type === 'form'
        ? { ...renderSlack(reply, t), views: renderSlackModals(reply, t) }
        : renderSlack(reply, t);
    case 'teams':
      return reply.type === 'form' ? dialogOf(reply, t) : renderTeams(reply, t);
    case 'html':
      return renderHtml(reply, { t, action: '/console', hidden: {} });
    case 'text':
      return renderText(reply, t);
  }
}

/** What the button of a form opens: one dialog, or its pages when one does not hold it. */
function dialogOf(form: FormReply, t: Translate): unknown {
  const pages = renderTeamsDialogs(form, t);
  return pages.length === 1 ? pages[0] : pages;
}

function surfaceOf(name: string | undefined): Surface | undefined {
  const found = SURFACES.find((surface) => surface === name);
  if (name !== undefined && !found)
    throw new UsageError(`--surface is one of ${SURFACES.join(', ')}, not "${name}".`);
  return found;
}
