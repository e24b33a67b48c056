import { type ErrorRequestHandler, type Response, Router, urlencoded } from 'express';
import type { Command, Request as CommandRequest } from '../../command/command.ts';
import { contextFor } from '../../command/context.ts';
import { runRequest } from '../../command/run.ts';
import type { Locale } from '../../core/locale.ts';
import type { Actor } from '../../domain/access/actor.ts';
import { actorOf } from '../../domain/person/actor-of.ts';
import { translator } from '../../i18n/translate.ts';
import { escapeHtml } from '../../render/html/escape.ts';
import { renderHtml } from '../../render/html/render-html.ts';
import { fieldsHtml } from '../../render/html/section-html.ts';
import type { Reply } from '../../reply/reply.ts';
import { readSubmission } from '../console/read-submission.ts';
import type { LinkedAction } from './answer-links.ts';
import type { EmailRoutesOptions } from './email-routes.ts';
import { filledIn, fixedArgs, fixedNames, isAboutSame, isBound } from './fixed-args.ts';
import { mailForm } from './mail-form.ts';
import { mailPage, saying } from './mail-page.ts';
import { questionFor, shownArgs } from './question.ts';
import { type Sign, signedReply } from './signed-reply.ts';

const LARGEST_BODY = '100kb';
const MOST_FIELDS = 500;

/**
 * `/doe/:link`: looking at it does nothing, since mail scanners open every link; it asks, and the button
 * posts. The answer stands at the same address, and its buttons are signed one by one.
 */
export function answerRoutes(options: EmailRoutesOptions): Router {
  const { links, registry, ids, store, now } = options;
  const router = Router();

  /** What the link says and as whom; undefined when it was answered already that this cannot be. */
  const open = async (response: Response, signed: string): Promise<Opened | undefined> => {
    const linked = links.read(signed);
    if (linked === 'expired') return refuse(response, 410, 'mail.expired');
    const command = linked && registry.find(linked.action.command);
    if (!linked || !command || !isBound(command, linked.action.args))
      return refuse(response, 404, 'mail.unknown');
    const actor = await actorOf(store, linked.person, now());
    if (!actor) return refuse(response, 410, 'mail.inactive');
    // Who has the old mailbox now need not be the person.
    const person = await store.get(linked.person);
    if (!links.isFor(linked, person?.email)) return refuse(response, 410, 'mail.expired');
    return { linked, command, actor };
  };

  const contextOf = ({ actor }: Opened) => contextFor(options, actor, 'private');
  const run = (opened: Opened, request: CommandRequest) => runRequest(registry, contextOf(opened), request);

  /** Signs what is about the same as the link that was opened, and nothing else. */
  const signFor =
    ({ linked }: Opened): Sign =>
    (action) => {
      const command = registry.find(action.command);
      const isSame = command && isAboutSame(command, action.args, linked.action.args);
      return isSame ? links.signAs(linked, action) : undefined;
    };

  /** Every page has a key of its own, so that a double click acts once and a later visit acts anew. */
  const show = async (response: Response, opened: Opened, path: string, reply: Reply) => {
    const { linked, command, actor } = opened;
    const t = translator(actor.locale);
    const fixed = fixedArgs(command, linked.action.args);
    const offered = reply.type === 'form' ? mailForm(reply, fixedNames(command), t) : reply;
    const signed = signedReply(offered, signFor(opened), t, fixed);
    const about = signed.type === 'form' ? await shownArgs(contextOf(opened), command, fixed) : [];
    const hidden = { key: ids() + ids() };
    const title = t('mail.page-title');
    const card = renderHtml(signed, { t, action: path, hidden });
    const body = `<h1>${escapeHtml(title)}</h1>${fieldsHtml(about)}${card}`;
    response.type('html').send(mailPage(actor.locale, title, body));
  };

  router.get('/:link', async (request, response) => {
    const opened = await open(response, request.params.link);
    if (!opened) return;
    const { action } = opened.linked;
    const question = action.opensForm
      ? await run(opened, action)
      : await questionFor(contextOf(opened), registry, opened.linked);
    await show(response, opened, pathOf(request), question);
  });

  router.post(
    '/:link',
    urlencoded({ extended: false, limit: LARGEST_BODY, parameterLimit: MOST_FIELDS }),
    async (request, response) => {
      const page = await open(response, request.params.link);
      if (!page) return;
      const body = (request.body ?? {}) as Readonly<Record<string, unknown>>;
      const signed = typeof body.command === 'string' ? body.command : request.params.link;
      const opened = await open(response, signed);
      if (!opened) return;
      if (opened.linked.person !== page.linked.person) return refuse(response, 404, 'mail.unknown');
      const key = `${signed} ${typeof body.key === 'string' ? body.key.slice(0, 100) : ''}`;
      const reply = await run(opened, { ...requestOf(opened, body), key });
      await show(response, opened, pathOf(request), reply);
    },
  );

  const broken: ErrorRequestHandler = (error: { status?: unknown }, _request, response, next) => {
    if (error?.status === 413) refuse(response, 413, 'mail.too-large');
    else if (error?.status === 400) refuse(response, 400, 'mail.malformed');
    else next(error);
  };
  router.use(broken);
  return router;
}

interface Opened {
  linked: LinkedAction;
  command: Command;
  actor: Actor;
}

type Refused = `mail.${'unknown' | 'expired' | 'inactive' | 'too-large' | 'malformed'}`;

function refuse(response: Response, status: number, key: Refused): undefined {
  const locale: Locale = response.req.acceptsLanguages('nl', 'en') === 'en' ? 'en' : 'nl';
  const t = translator(locale);
  response
    .status(status)
    .type('html')
    .send(saying(locale, t(key), t(`${key}-text`)));
  return undefined;
}

/** A form that was filled in gives the arguments that are free; for the rest only what was signed counts. */
function requestOf(
  { linked: { action }, command }: Opened,
  body: Readonly<Record<string, unknown>>,
): CommandRequest {
  const { opensForm, ...signed } = action;
  if (!opensForm) return signed;
  const sent = readSubmission(body);
  const isFilled = sent?.type === 'request' && sent.by === 'form';
  return isFilled ? { ...signed, args: filledIn(command, sent.request.args, action.args) } : action;
}

function pathOf({ baseUrl, path }: { baseUrl: string; path: string }): string {
  return baseUrl + path;
}
