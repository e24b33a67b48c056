import { type At, client, eventId, frame, messageId } from './at.ts';
import type { Json } from './json.ts';

export * from './events.ts';
export * from './invokes.ts';

const MENTION = '<at>Campagneregie</at>';

/** Something typed where everyone there reads it: outside the bot's own chat it begins with a mention of the bot. */
export function message(from: At, text: string, more: Json = {}): Json {
  const isMention = from.kind !== 'personal';
  const typed = isMention ? `${MENTION} ${text}` : text;
  const { entities, ...rest } = client();
  const mention = {
    type: 'mention',
    mentioned: { id: from.botId, name: 'Campagneregie' },
    text: MENTION,
  };
  const html = isMention ? `<span itemscope itemtype="http://schema.skype.com/Mention">` : '';
  return {
    ...frame(from, messageId()),
    ...rest,
    type: 'message',
    text: typed,
    textFormat: 'plain',
    attachments: [
      {
        contentType: 'text/html',
        content: `<p>${html}${isMention ? 'Campagneregie</span>&nbsp;' : ''}${escaped(text)}</p>`,
      },
    ],
    entities: [...(entities as Json[]), ...(isMention ? [mention] : [])],
    ...more,
  };
}

/** Something typed in a channel or group chat as a slash command: only the bot reads it, and it mentions nobody. */
export function slashMessage(from: At, text: string, more: Json = {}): Json {
  const typed = message({ ...from, kind: 'personal' }, text);
  const { conversation, channelData } = frame(from, String(typed.id));
  const recipient = { id: from.botId, name: 'Campagneregie', isTargeted: true };
  return { ...typed, conversation, channelData, recipient, ...more };
}

/** A press of Action.Submit in a message: a message without a text, with what the button and the inputs hold. */
export function submitInMessage(from: At, value: Json, replyToId: string): Json {
  return { ...frame(from, messageId()), ...client(), type: 'message', value, replyToId };
}

/** A thumb up or the like under a message of the bot; `added` false when it is taken away. */
export function messageReaction(from: At, replyToId: string, reaction = 'like', added = true): Json {
  const reactions = [{ type: reaction }];
  const which = added ? { reactionsAdded: reactions } : { reactionsRemoved: reactions };
  return { ...frame(from, eventId()), type: 'messageReaction', replyToId, ...which };
}

/** Somebody is typing. */
export function typing(from: At): Json {
  return { ...frame(from, eventId()), ...client(), type: 'typing' };
}

/** Somebody changed what they had typed, or took it back. */
export function messageChanged(from: At, id: string, change: { text: string } | 'deleted'): Json {
  if (change === 'deleted') {
    const eventType = { eventType: 'softDeleteMessage' };
    const { channelData, ...rest } = frame(from, id);
    return { ...rest, type: 'messageDelete', channelData: { ...(channelData as Json), ...eventType } };
  }
  const { channelData, ...rest } = message(from, change.text, { id });
  return {
    ...rest,
    type: 'messageUpdate',
    channelData: { ...(channelData as Json), eventType: 'editMessage' },
  };
}

function escaped(text: string): string {
  return text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
