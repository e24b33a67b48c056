import { encodeAction } from '../../src/render/action-value.ts';
import type { Action } from '../../src/reply/reply.ts';
import type { Screen } from './parity.ts';

/** What stands on a page that a reply was drawn on: its text, and what its buttons mean. */
export function htmlScreen(html: string): Screen {
  const forms = html.match(/<form class="cr-action".*?<\/form>/gs) ?? [];
  return {
    text: `${textOf(html)} ${valuesOf(html)}`,
    buttons: forms.map((form) => encodeAction(actionIn(form))),
  };
}

function textOf(html: string): string {
  return unescaped(html.replaceAll(/<[^>]*>/g, ' '));
}

/** What is filled in stands in attributes; as a reader sees it, it is text. */
function valuesOf(html: string): string {
  return [...html.matchAll(/\b(?:value|alt|placeholder)="([^"]*)"/g)]
    .map(([, text = '']) => unescaped(text))
    .join(' ');
}

function actionIn(form: string): Action {
  const inputs = [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)];
  const sent = new Map(inputs.map(([, name = '', value = '']) => [name, unescaped(value)]));
  const version = sent.get('version');
  return {
    label: '',
    command: sent.get('command') ?? '',
    args: JSON.parse(sent.get('args') ?? '{}'),
    ...(version === undefined ? {} : { version: Number(version) }),
    ...(sent.has('confirmed') ? { confirmed: true } : {}),
    ...(sent.has('opensForm') ? { opensForm: true } : {}),
  };
}

const SIGNS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

function unescaped(html: string): string {
  return html.replaceAll(/&(amp|lt|gt|quot|#39);/g, (_all, sign: string) => SIGNS[sign] ?? '');
}
