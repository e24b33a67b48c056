/** Why a delivery waits or ended, as views translate it (`reason.<code>`). */
export const REASONS = [
  // It waits.
  'busy',
  'unclear',
  'closed',
  'limit',
  'moved',
  'outside-hours',
  'paused',
  // It ended.
  'too-late',
  'nothing-left',
  'no-road',
  'roads-closed',
  'refused',
  'broken',
  'dropped',
] as const;
export type ReasonCode = (typeof REASONS)[number];

const MOST = 200;

/** A reason as it is kept: the code, and behind a colon one line of what the platform or the program said. */
export function reasonText(code: ReasonCode, detail = ''): string {
  const line = detail.replaceAll(/\s+/g, ' ').trim().slice(0, MOST);
  return line ? `${code}: ${line}` : code;
}

/** The code of a kept reason. */
export function reasonCode(reason: string): string {
  return reason.split(':', 1)[0] ?? '';
}
