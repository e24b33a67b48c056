import { type ErrorRequestHandler, type Request, type Response, Router, urlencoded } from 'express';
import { contextFor, type Surroundings } from '../../command/context.ts';
import type { Registry } from '../../command/registry.ts';
import { mayUse, runRequest } from '../../command/run.ts';
import { runLine } from '../../command/run-line.ts';
import { PROGRAM } from '../../domain/access/actor.ts';
import { scopeOf } from '../../domain/access/visibility.ts';
import { actorOf } from '../../domain/person/actor-of.ts';
import type { Person } from '../../domain/person/person.ts';
import { translator } from '../../i18n/translate.ts';
import { commandLine } from '../../render/text/command-line.ts';
import type { Reply } from '../../reply/reply.ts';
import { accessCodeForm, consoleNotice, consolePage, type Exchange, slugOf } from './console-page.ts';
import { createGatekeeper } from './gatekeeper.ts';
import { readSubmission, type Submission } from './read-submission.ts';

export interface ConsoleOptions extends Surroundings {
  registry: Registry;
  /** Printed when the program starts; whoever has it may act as anyone. */
  accessCode: string;
  /** Where the server listens: allowed as a Host, beside localhost and the public address. */
  host: string;
}

const LARGEST_BODY = 1024 * 1024;
const MOST_FIELDS = 5_000;

const t = translator('nl');

/** The console's routes, for `/console`: a page on which one can act as each person. */
export function consoleRoutes(options: ConsoleOptions): Router {
  const { ids, registry } = options;
  const gate = createGatekeeper(options);
  const router = Router();

  const refuse = (response: Response, status: number, key: NoticeKey, more = '') => {
    response
      .status(status)
      .type('html')
      .send(consoleNotice(t(key), t(`${key}-text`), more));
  };

  router.use((request, response, next) => {
    response.set('Cache-Control', 'no-store');
    if (!gate.isOurHost(request.headers.host)) return refuse(response, 421, 'console.wrong-host');
    const { token } = request.query;
    if (request.method === 'GET' && gate.isAccessCode(token))
      return response.set('Set-Cookie', gate.cookie()).redirect(303, '/console');
    if (!gate.isKnown(request.headers)) return refuse(response, 401, 'console.locked', accessCodeForm(t));
    next();
  });

  /** The page for the person that the address or form names, or for the first one. */
  const show = async (response: Response, as: unknown, exchange?: Exchange, line = '') => {
    const people = await peopleIn(options);
    const named = people.find(({ person }) => slugOf(person) === as);
    const current = named ?? (as === undefined ? (people[0] ?? undefined) : undefined);
    if (people.length === 0) return refuse(response, 200, 'console.nobody');
    if (!current) return refuse(response, 400, 'console.unknown-person');
    const key = ids() + ids();
    const hidden = { csrf: gate.formValue(), key, als: slugOf(current.person) };
    const inbox = await inboxOf(options, current.person);
    const parts = { people, current: current.person, hidden, line, exchange, inbox };
    const actor = await actorOf(options.store, current.person.id, options.now());
    const isOffered = (name: string) => {
      const command = registry.find(name);
      return command !== undefined && actor !== undefined && mayUse(command.access, { actor });
    };
    response.type('html').send(consolePage(parts, isOffered));
  };

  router.get('/', (request, response) => show(response, request.query.als));

  router.post(
    '/',
    (request, response, next) => {
      if (gate.isSameOrigin(request.headers)) next();
      else refuse(response, 403, 'console.forged');
    },
    urlencoded({ extended: false, limit: LARGEST_BODY, parameterLimit: MOST_FIELDS }),
    async (request: Request, response: Response) => {
      const body = (request.body ?? {}) as Record<string, unknown>;
      if (!gate.isFormValue(body.csrf)) return refuse(response, 403, 'console.forged');
      const as = typeof body.als === 'string' ? body.als : '';
      const submission = readSubmission(body);
      if (!submission) return refuse(response, 400, 'console.malformed');
      const reply = await answer(options, as, submission);
      if (!reply) return refuse(response, 400, 'console.unknown-person');
      await show(response, as, exchangeOf(submission, reply), lineAgain(submission, reply));
    },
  );

  const broken: ErrorRequestHandler = (error: { status?: unknown }, _request, response, next) => {
    if (error?.status === 413) refuse(response, 413, 'console.too-large');
    else if (error?.status === 400) refuse(response, 400, 'console.malformed');
    else next(error);
  };
  router.use(broken);
  return router;
}

type NoticeKey =
  `console.${'wrong-host' | 'locked' | 'forged' | 'too-large' | 'malformed' | 'nobody' | 'unknown-person'}`;

/** Carries out what was submitted as this person; undefined when there is no such person any more. */
async function answer(
  options: ConsoleOptions,
  as: string,
  submission: Submission,
): Promise<Reply | undefined> {
  const actor = await actorOf(options.store, `person/${as}`, options.now());
  if (!actor) return undefined;
  const context = contextFor(options, actor, 'private');
  if (submission.type === 'line') return runLine(options.registry, context, submission.line, submission.key);
  return runRequest(options.registry, context, submission.request);
}

function exchangeOf(submission: Submission, reply: Reply): Exchange {
  if (submission.type === 'line') return { how: 'asked', asked: submission.line, reply };
  const how = submission.by === 'button' ? 'pressed' : 'filled';
  return { how, asked: commandLine(submission.request), reply };
}

/** A line that was not understood stays in the input, so that nobody has to type it again. */
function lineAgain(submission: Submission, reply: Reply): string {
  if (submission.type !== 'line' || reply.type !== 'message') return '';
  const isProblem = reply.sections.some((section) => section.type === 'notice' && section.tone === 'error');
  return isProblem ? submission.line : '';
}

const INBOX = 3;

/** The last messages that the bot sent here by itself. */
async function inboxOf(
  { messages }: ConsoleOptions,
  { id }: Person,
): Promise<{ at: Temporal.Instant; text: string }[]> {
  const sent = await messages.outbox.list({ recipient: id, states: ['sent'], limit: INBOX });
  return sent.flatMap(({ road, sentAt, text }) =>
    road?.platform === 'console' && sentAt && text !== undefined ? [{ at: sentAt, text }] : [],
  );
}

async function peopleIn({ store, now }: ConsoleOptions): Promise<{ person: Person; organisation: string }[]> {
  const scope = scopeOf(PROGRAM, now());
  const people = (await store.list('person', scope)).filter(({ active }) => active);
  const organisations = await store.getMany(people.map(({ organisation }) => organisation));
  const ranks = ['coordinator', 'partner', 'reader'];
  return people
    .sort((a, b) => ranks.indexOf(a.role) - ranks.indexOf(b.role) || a.name.localeCompare(b.name, 'nl'))
    .map((person) => {
      const organisation = organisations.get(person.organisation);
      return { person, organisation: organisation && 'short' in organisation ? organisation.short : '' };
    });
}
