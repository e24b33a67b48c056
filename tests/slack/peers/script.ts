/** What the proxy does with a call instead of just passing it on. */
export type Does =
  | { status: 429; retryAfter: number }
  | { status: number }
  | { error: string }
  /** The connection breaks; with 'after', Slack did what was asked all the same. */
  | { drop: 'before' | 'after' }
  /** No answer, until the server stops. */
  | { hang: true }
  /** Passed on when the promise is kept: what is slow, without a clock. */
  | { when: Promise<unknown> };

export interface Rule {
  /** A method as `chat.postMessage`, `response` for a response URL, or '*' for all. */
  method: string | RegExp;
  team?: string;
  /** How many calls it is for; one if left out. */
  times?: number;
  does: Does;
}

/** What is to be done with this call; the first rule that fits it is used up by it. */
export function takeRule(script: Rule[], method: string, team: string): Does | undefined {
  const rule = script.find((each) => fits(each, method, team));
  if (rule === undefined) return undefined;
  rule.times = (rule.times ?? 1) - 1;
  if (rule.times <= 0) script.splice(script.indexOf(rule), 1);
  return rule.does;
}

function fits(rule: Rule, method: string, team: string): boolean {
  if (rule.team !== undefined && rule.team !== team) return false;
  if (rule.method instanceof RegExp) return rule.method.test(method);
  return rule.method === '*' || rule.method === method;
}
