import { type ErrorRequestHandler, type Response, Router, urlencoded } from 'express';
import type { Request as CommandRequest } from '../../command/command.ts';
import { contextFor } from '../../command/context.ts';
import { runRequest } from '../../command/run.ts';
import type { Locale } from '../../core/locale.ts';
import type { Actor } from '../../domain/access/actor.ts';
import { actorOf } from '../../domain/person/actor-of.ts';
import { translator } from '../../i18n/translate.ts';
import { escapeHtml } from '../../render/html/escape.ts';
import { renderHtml } from '../../render/html/render-html.ts';
import type { Reply } from '../../reply/reply.ts';
import { readSubmission } from '../console/read-submission.ts';
import type { LinkedAction } from './answer-links.ts';
import type { EmailRoutesOptions } from './email-routes.ts';
import { mailPage, saying } from './mail-page.ts';
import { questionFor } from './question.ts';
import { signedReply } from './signed-reply.ts';

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
    if (linked === undefined) return refuse(response, 404, 'mail.unknown');
    if (linked === 'expired') return refuse(response, 410, 'mail.expired');
    const actor = await actorOf(store, linked.person, now());
    return actor ? { linked, actor } : refuse(response, 410, 'mail.inactive');
  };

  const run = ({ actor }: Opened, request: CommandRequest) =>
    runRequest(registry, contextFor(options, actor, 'private'), request);

  /** Every page has a key of its own, so that a double click acts once and a later visit acts anew. */
  const show = (response: Response, { linked, actor }: Opened, path: string, reply: Reply) => {
    const t = translator(actor.locale);
    const signed = signedReply(reply, (action) => links.sign(linked.person, action, linked.expires), t);
    const hidden = { key: ids() + ids() };
    const title = t('mail.page-title');
    const body = `<h1>${escapeHtml(title)}</h1>${renderHtml(signed, { t, action: path, hidden })}`;
    response.type('html').send(mailPage(actor.locale, title, body));
  };

  router.get('/:link', async (request, response) => {
    const opened = await open(response, request.params.link);
    if (!opened) return;
    const { action } = opened.linked;
    const question = action.opensForm
      ? await run(opened, action)
      : await questionFor(contextFor(options, opened.actor, 'private'), registry, opened.linked);
    show(response, opened, pathOf(request), question);
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
      show(response, opened, pathOf(request), await run(opened, { ...requestOf(opened.linked, body), key }));
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

/** A form that was filled in gives the arguments; for the rest only what was signed counts. */
function requestOf({ action }: LinkedAction, body: Readonly<Record<string, unknown>>): CommandRequest {
  const { opensForm, ...signed } = action;
  if (!opensForm) return signed;
  const sent = readSubmission(body);
  const isFilled = sent?.type === 'request' && sent.by === 'form';
  return isFilled ? { ...signed, args: sent.request.args } : action;
}

function pathOf({ baseUrl, path }: { baseUrl: string; path: string }): string {
  return baseUrl + path;
}
