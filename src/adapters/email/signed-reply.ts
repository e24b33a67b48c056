import type { Translate } from '../../i18n/translate.ts';
import type { Action, Confirm, Message, Reply, Section } from '../../reply/reply.ts';

/** The signed text of a button; undefined when it may not be pressed from a mail. */
export type Sign = (action: Action) => string | undefined;

/**
 * A reply in which every button and form carries its signed text as its command, so that the page can ask
 * for nothing that we did not offer. What may not be done from a mail is left out. `fixed` is what a form is
 * about: it is signed with it, since whoever fills it in must not be able to choose something else.
 */
export function signedReply(reply: Reply, sign: Sign, t: Translate, fixed: Action['args']): Reply {
  switch (reply.type) {
    case 'message':
      return signedMessage(reply, sign);
    case 'choice': {
      const options = reply.options.flatMap((option) =>
        signedAll([{ ...option.action, label: option.label }], sign).map((action) => ({ ...option, action })),
      );
      return options.length > 0 ? { ...reply, options } : onlyInChat(reply.question, t);
    }
    case 'confirm':
      return signedConfirm(reply, sign) ?? onlyInChat(reply.title, t);
    case 'form': {
      const { version, ...form } = reply;
      const opener: Action = { label: form.title, command: form.command, args: fixed, opensForm: true };
      const command = sign(version === undefined ? opener : { ...opener, version });
      return command === undefined ? onlyInChat(form.title, t) : { ...form, command };
    }
  }
}

function signedMessage({ next, ...message }: Message, sign: Sign): Message {
  const [page] = signedAll(next ? [next] : [], sign);
  const sections = message.sections.map((section) => signedSection(section, sign));
  return { ...message, sections, ...(page ? { next: page } : {}) };
}

/** Says that this is to be done elsewhere. */
export function onlyInChat(title: string, t: Translate): Message {
  const notice: Section = { type: 'notice', tone: 'info', text: t('mail.only-in-chat') };
  return { type: 'message', title, audience: 'private', sections: [notice] };
}

function signedConfirm(reply: Confirm, sign: Sign): Confirm | undefined {
  const [confirm] = signedAll([reply.confirm], sign);
  if (!confirm) return undefined;
  const alternatives = signedAll(reply.alternatives, sign);
  const warnings = reply.warnings.map((section) => signedSection(section, sign));
  return { ...reply, confirm, alternatives, warnings };
}

function signedSection(section: Section, sign: Sign): Section {
  if (section.type === 'actions') return { ...section, actions: signedAll(section.actions, sign) };
  if (section.type !== 'list') return section;
  const items = section.items.map((item) =>
    item.actions ? { ...item, actions: signedAll(item.actions, sign) } : item,
  );
  return { ...section, items };
}

function signedAll(actions: readonly Action[], sign: Sign): Action[] {
  return actions.flatMap((action) => {
    const command = sign(action);
    const { label, style } = action;
    return command === undefined ? [] : [{ label, command, args: {}, ...(style ? { style } : {}) }];
  });
}
