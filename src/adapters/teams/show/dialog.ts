import type { Context } from '../../../command/command.ts';
import { argumentOf } from '../../../render/teams/input-ids.ts';
import { renderTeamsDialogs, renderTeamsQuestion } from '../../../render/teams/render-teams.ts';
import type { AdaptiveCard } from '../../../render/teams/types.ts';
import type { Confirm, FormReply, Reply } from '../../../reply/reply.ts';
import { type Carried, carriedData } from './carried.ts';
import { cardOf } from './look.ts';

/** What Teams is told to do with a dialog: show this card in it, show a line, or (undefined) close it. */
export type DialogAnswer = { task: Shown | { type: 'message'; value: string } } | undefined;

interface Shown {
  type: 'continue';
  value: { title: string; card: Attachment; width: 'medium'; height: 'large' };
}

interface Attachment {
  contentType: 'application/vnd.microsoft.card.adaptive';
  content: AdaptiveCard;
}

const LONGEST_TITLE = 60;

/** A page of a form in a dialog: the one asked for, or the first that holds an error. */
export function formDialog(form: FormReply, context: Context, carried: Carried): DialogAnswer {
  const { t } = context;
  const drawn = (page: number, pages: number) =>
    renderTeamsDialogs(form, t, carriedData({ ...carried, page, pages }));
  const tried = drawn(0, 0);
  const wrong = form.fields.find(({ error = '' }) => error !== '')?.name;
  const withError = wrong === undefined ? -1 : tried.findIndex((card) => asks(card, wrong));
  const page = withError >= 0 ? withError : Math.min(carried.page ?? 0, tried.length - 1);
  return shown(form.title, drawn(page, tried.length)[page] as AdaptiveCard, context);
}

/** A question before saving, with the answers kept under the draft that is carried. */
export function questionDialog(question: Confirm, context: Context, carried: Carried): DialogAnswer {
  const card = renderTeamsQuestion(question, context.t, carriedData({ ...carried, page: 0, pages: 1 }));
  return shown(question.title, card, context);
}

/** An answer that is only to be read, with buttons that work in the dialog. */
export function answerDialog(reply: Reply, context: Context): DialogAnswer {
  const title = reply.type === 'choice' ? context.t('chat.app-name') : reply.title;
  return shown(title, cardOf(reply, context.locale, { inDialog: true }), context);
}

/** One line, for what takes longer than Teams waits. */
export function lineDialog(text: string): DialogAnswer {
  return { task: { type: 'message', value: text } };
}

function shown(title: string, content: AdaptiveCard, { t }: Pick<Context, 't'>): DialogAnswer {
  const card: Attachment = { contentType: 'application/vnd.microsoft.card.adaptive', content };
  const short = title.slice(0, LONGEST_TITLE) || t('chat.app-name');
  return { task: { type: 'continue', value: { title: short, card, width: 'medium', height: 'large' } } };
}

/** Whether a page asks this argument: the inputs are named for them. */
function asks({ body }: AdaptiveCard, name: string): boolean {
  return body.some((element) => 'id' in element && argumentOf(element.id)?.name === name);
}
