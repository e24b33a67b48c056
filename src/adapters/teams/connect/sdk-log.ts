import type { ILogger } from '@microsoft/teams.common';
import type { ChatLog } from '../../chat/options.ts';

/**
 * What the SDK logs, in the program's log: warnings and errors by their first words. What comes after holds whole
 * requests, with people's texts and tokens.
 */
export function sdkLog(log: ChatLog): ILogger {
  const text = (parts: unknown[]) =>
    String(parts[0] instanceof Error ? parts[0].message : parts[0]).slice(0, 200);
  const logger: ILogger = {
    error: (...parts) => log.warn({}, `Teams SDK: ${text(parts)}`),
    warn: (...parts) => log.warn({}, `Teams SDK: ${text(parts)}`),
    info: () => {},
    debug: () => {},
    trace: () => {},
    log: (level, ...parts) => {
      if (level === 'error' || level === 'warn') logger.warn(...parts);
    },
    child: () => logger,
  };
  return logger;
}
