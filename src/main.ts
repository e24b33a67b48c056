import { readConfig } from './config.ts';
import { SetupError } from './core/errors.ts';
import { createLogger, type Logger } from './logger.ts';
import { start } from './start.ts';

/** Stops once when asked to; asked again, or when stopping hangs, the process simply ends. */
function stopOnSignals(stop: () => Promise<void>, logger: Logger): void {
  let stopping = false;
  const onSignal = (signal: string) => {
    if (stopping) process.exit(1);
    stopping = true;
    logger.info({ signal }, 'stopping');
    stop().then(
      () => process.exit(0),
      (error) => {
        logger.error({ err: error }, 'stopping failed');
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
}

let logger: Logger | undefined;
try {
  const config = readConfig(process.env);
  logger = createLogger(config);
  stopOnSignals(await start(config, logger), logger);
} catch (error) {
  const isSetup = error instanceof SetupError;
  const reason = error instanceof Error ? error.message : String(error);
  process.stderr.write(
    isSetup ? `${reason}\n` : `The program could not start: ${reason}. Set LOG_LEVEL=debug to see where.\n`,
  );
  if (!isSetup) logger?.debug({ err: error }, 'the program could not start');
  process.exitCode = 1;
}
