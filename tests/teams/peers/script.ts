/** A call of the app: what it asks of the Bot Connector. */
export type CallName =
  | 'create'
  | 'update'
  | 'delete'
  | 'conversation'
  | 'members'
  | 'paged members'
  | 'member'
  | 'team'
  | 'channels';

/** What the connector does with a call instead of what it was asked. */
export type Does =
  | { status: number; code?: string; retryAfter?: number }
  /** No answer, until the app gives up or the server stops. */
  | { hang: true }
  /** The connection breaks; with 'after', Teams did what was asked all the same. */
  | { drop: 'before' | 'after' }
  /** Done when the promise is kept, what is slow without a clock; `heard` is told that the call has come. */
  | { when: Promise<unknown>; heard?: () => void };

export interface Rule {
  call: CallName | '*';
  /** Only in this conversation, without what stands behind `;messageid=`. */
  conversation?: string;
  /** How many calls it is for; one if left out. */
  times?: number;
  does: Does;
}

/** What is to be done with this call; the first rule that fits it is used up by it. */
export function takeRule(script: Rule[], call: CallName, conversation: string | undefined): Does | undefined {
  const rule = script.find(
    (each) =>
      (each.call === '*' || each.call === call) &&
      (each.conversation === undefined || each.conversation === conversation),
  );
  if (rule === undefined) return undefined;
  rule.times = (rule.times ?? 1) - 1;
  if (rule.times <= 0) script.splice(script.indexOf(rule), 1);
  return rule.does;
}
