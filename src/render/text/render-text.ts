import type { Translate } from '../../i18n/translate.ts';
import type { Choice, Confirm, Message, Reply } from '../../reply/reply.ts';
import { cleanLine, cleanText } from '../shared/clean-text.ts';
import { confirmActions } from '../shared/confirm-actions.ts';
import { displayWidth } from './columns.ts';
import { commandLine } from './command-line.ts';
import { formText } from './form-text.ts';
import { actionLine, fieldLines, sectionText } from './section-text.ts';

/** A reply for a terminal: aligned, and with the command to type where other surfaces have a button. */
export function renderText(reply: Reply, t: Translate): string {
  // Cleaned once more as a whole: what the parts let through must never steer a terminal.
  return cleanText(
    parts(reply, t)
      .filter((part) => part !== '')
      .join('\n\n'),
  );
}

function parts(reply: Reply, t: Translate): string[] {
  switch (reply.type) {
    case 'message':
      return messageParts(reply, t);
    case 'choice':
      return choiceParts(reply, t);
    case 'confirm':
      return confirmParts(reply, t);
    case 'form':
      return [title(reply.title), ...formText(reply, t)];
  }
}

function messageParts(message: Message, t: Translate): string[] {
  const { next } = message;
  return [
    title(message.title),
    ...message.sections.map((section) => sectionText(section, t)),
    next ? actionLine({ ...next, label: next.label || t('render.next-page') }, t) : '',
  ];
}

function choiceParts(choice: Choice, t: Translate): string[] {
  const options = choice.options.map(({ label, detail, action }, index) => {
    const typed = t('render.type', { command: commandLine(action) });
    const lines = [
      `${index + 1}. ${cleanLine(label)}`,
      detail ? `   ${cleanLine(detail)}` : '',
      `   ${typed}`,
    ];
    return lines.filter((line) => line.trim() !== '').join('\n');
  });
  return [cleanText(choice.question), options.join('\n')];
}

function confirmParts(confirm: Confirm, t: Translate): string[] {
  return [
    title(confirm.title),
    fieldLines(confirm.draft).join('\n'),
    ...confirm.warnings.map((section) => sectionText(section, t)),
    confirmActions(confirm)
      .map((action) => actionLine(action, t))
      .join('\n'),
  ];
}

function title(text: string): string {
  const line = cleanLine(text);
  return line === '' ? '' : `${line}\n${'='.repeat(Math.min(displayWidth(line), 100))}`;
}
