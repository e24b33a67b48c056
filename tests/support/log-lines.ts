import { pino } from 'pino';
import { createLogger, type Logger } from '../../src/logger.ts';

/** The program's own logger at its most talkative, with what it writes kept instead. */
export function keptLog(): { log: Logger; lines: string[] } {
  const lines: string[] = [];
  const log = createLogger({ logLevel: 'debug' });
  Object.assign(log, { [pino.symbols.streamSym]: { write: (line: string) => lines.push(line) } });
  return { log, lines };
}
