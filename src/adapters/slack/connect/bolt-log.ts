import { type Logger, LogLevel } from '@slack/bolt';
import type { ChatLog } from '../../chat/options.ts';

const TOKEN = /\bx(?:ox[a-z]|app|oxe)[.-][\w.%-]+/gi;
const SECRET =
  /("?(?:client_secret|code|token|refresh_token|authorization)"?\s*[:=]\s*"?)(?!slack_)[^\s",&]+/gi;
const RESPONSE_URL = /https:\/\/hooks\.slack\.com\/\S+/g;

/** What Bolt and Slack's libraries log, in the program's log: warnings and errors, with nothing that opens a door. */
export function boltLog(log: ChatLog): Logger {
  const text = (parts: unknown[]) => withoutSecrets(parts.map(shown).join(' '));
  return {
    debug: () => {},
    info: () => {},
    warn: (...parts) => log.warn({}, text(parts)),
    error: (...parts) => log.error({}, text(parts)),
    setLevel: () => {},
    getLevel: () => LogLevel.WARN,
    setName: () => {},
  };
}

/** The same text with tokens, secrets and answer addresses blotted out. */
export function withoutSecrets(text: string): string {
  return text.replaceAll(TOKEN, '…').replaceAll(SECRET, '$1…').replaceAll(RESPONSE_URL, '…');
}

/** An error as its message only: what hangs on it may hold a request with its headers. */
function shown(part: unknown): string {
  if (part instanceof Error) return `${part.name}: ${part.message}`;
  return typeof part === 'string' ? part : (JSON.stringify(part) ?? String(part));
}
