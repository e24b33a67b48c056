import { registerHooks } from 'node:module';
import type { PlatformName } from '../../src/domain/delivery/road.ts';
import { httpPlatform, nudgesAskedIn } from './http-platform.ts';

// The real program in a process of its own, with roads to the fake platform at FAKE_PLATFORM besides its own. It
// says "ready", starts when told "go", says "began" then, and stops in good order when told "stop".

// Node reads the 180 kB package.json of drizzle-orm anew for each of its files: half of the time to start.
registerHooks({
  resolve: (specifier, context, next) =>
    specifier.startsWith('.') && context.parentURL?.includes('/node_modules/drizzle-orm/')
      ? { url: new URL(specifier, context.parentURL).href, format: 'module', shortCircuit: true }
      : next(specifier, context),
});

const { start } = await import('../../src/start.ts');
const { readConfig } = await import('../../src/config.ts');
const { createLogger } = await import('../../src/logger.ts');

const base = process.env.FAKE_PLATFORM ?? '';
const canFind = process.env.CAN_FIND === 'yes';
const road = (name: PlatformName) => httpPlatform(base, { name, canFind, nudgesOf: nudgesAskedIn });

let stop: (() => Promise<void>) | undefined;
process.on('disconnect', () => process.exit(1));
process.on('message', async (told) => {
  if (told === 'go') {
    process.send?.('began');
    const config = readConfig(process.env);
    stop = await start(config, createLogger(config), [road('slack'), road('teams')]);
  } else {
    await stop?.();
    process.exit(0);
  }
});
process.send?.('ready');
