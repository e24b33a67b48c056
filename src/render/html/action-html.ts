import type { Action } from '../../reply/reply.ts';
import { cleanLine } from '../shared/clean-text.ts';
import type { HtmlContext } from './context.ts';
import { attributes, escapeHtml } from './escape.ts';

/** A row of buttons, each a form of its own so that it works without JavaScript. */
export function actionsHtml(actions: readonly Action[], context: HtmlContext, about = ''): string {
  if (actions.length === 0) return '';
  return `<div class="cr-actions">${actions.map((action) => actionHtml(action, context, about)).join('')}</div>`;
}

/**
 * One button. `about` tells screen readers which entry of a list it belongs to: "Bekijk: Week van de
 * Veiligheid" says more than the tenth "Bekijk".
 */
export function actionHtml(action: Action, context: HtmlContext, about = ''): string {
  const label = cleanLine(action.label) || context.t('render.choose');
  const spoken = cleanLine(about) === '' ? undefined : `${label}: ${cleanLine(about)}`;
  const looks = action.style ? `cr-button cr-button-${action.style}` : 'cr-button';
  const fields = {
    command: action.command,
    args: exactJson(action.args),
    version: action.version === undefined ? undefined : String(action.version),
    confirmed: action.confirmed ? 'true' : undefined,
    opensForm: action.opensForm ? 'true' : undefined,
  };
  return [
    `<form class="cr-action" method="post"${attributes({ action: context.action })}>`,
    hiddenInputs(context.hidden),
    hiddenInputs(fields),
    `<button type="submit"${attributes({ class: looks, 'aria-label': spoken })}>${escapeHtml(label)}</button>`,
    '</form>',
  ].join('');
}

/** Hidden inputs for what a form sends along; undefined values are left out. */
export function hiddenInputs(values: Readonly<Record<string, string | undefined>>): string {
  return Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `<input type="hidden"${attributes({ name, value })}>`)
    .join('');
}

/** JSON whose invisible characters are spelled out, since escaping text for a page drops them. */
function exactJson(value: unknown): string {
  const spelled = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return JSON.stringify(value).replaceAll(/[\p{C}\u2028\u2029]/gu, (sign) =>
    sign.split('').map(spelled).join(''),
  );
}
