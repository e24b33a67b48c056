import type { Choice, Confirm, Message, Reply } from '../../reply/reply.ts';
import { cleanLine } from '../shared/clean-text.ts';
import { confirmActions } from '../shared/confirm-actions.ts';
import { actionHtml, actionsHtml } from './action-html.ts';
import { type HtmlContext, idPrefixFor } from './context.ts';
import { attributes, escapeHtml, textHtml } from './escape.ts';
import { formHtml } from './form-html.ts';
import { fieldsHtml, sectionHtml } from './section-html.ts';

export type { HtmlContext } from './context.ts';

/**
 * A reply as one HTML section. Every button and form posts by itself, so a page needs no JavaScript;
 * classes start with `cr-` for the page's style sheet.
 */
export function renderHtml(reply: Reply, context: HtmlContext): string {
  const title = reply.type === 'choice' ? reply.question : reply.title;
  const prefix = context.idPrefix ?? idPrefixFor(`${reply.type} ${title}`);
  const headed = title.trim() !== '';
  const labels = attributes({ 'aria-labelledby': headed ? `${prefix}-title` : undefined });
  const heading = headed
    ? `<h2 class="cr-title" dir="auto"${attributes({ id: `${prefix}-title` })}>${reply.type === 'choice' ? textHtml(title) : escapeHtml(cleanLine(title))}</h2>`
    : '';
  return `<section class="cr-card cr-${reply.type}"${labels}>${heading}${bodyHtml(reply, { ...context, idPrefix: prefix })}</section>`;
}

function bodyHtml(reply: Reply, context: HtmlContext): string {
  switch (reply.type) {
    case 'message':
      return messageHtml(reply, context);
    case 'choice':
      return choiceHtml(reply, context);
    case 'confirm':
      return confirmHtml(reply, context);
    case 'form':
      return formHtml(reply, context);
  }
}

function messageHtml({ sections, next }: Message, context: HtmlContext): string {
  const body = sections.map((section) => sectionHtml(section, context)).join('');
  if (!next) return body;
  const action = { ...next, label: next.label || context.t('render.next-page') };
  return `${body}<nav class="cr-pages"${attributes({ 'aria-label': action.label })}>${actionsHtml([action], context)}</nav>`;
}

function choiceHtml({ options }: Choice, context: HtmlContext): string {
  const entries = options.map(({ label, detail, action }) => {
    const button = actionHtml({ ...action, label }, context);
    return `<li class="cr-option">${button}${detail ? `<p class="cr-option-detail" dir="auto">${textHtml(detail)}</p>` : ''}</li>`;
  });
  return `<ul class="cr-options">${entries.join('')}</ul>`;
}

function confirmHtml(reply: Confirm, context: HtmlContext): string {
  const { draft, warnings } = reply;
  const warned = warnings.map((section) => sectionHtml(section, context)).join('');
  return `${fieldsHtml(draft)}${warned}${actionsHtml(confirmActions(reply), context)}`;
}
