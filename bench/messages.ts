import { filledMessages } from './filled-messages.ts';
import type { PartnershipSize } from './partnership.ts';
import { measurePasses } from './planner-passes.ts';
import { measureSending } from './sending.ts';
import { settingsOf } from './topic.ts';

/** What the bot does by itself: a planner pass beside a plain read of the same rows, and messages a second. */

interface Settings {
  size: PartnershipSize;
  rounds: number;
}

const { size, rounds } = settingsOf<Settings>();
const filled = await filledMessages(size);
try {
  await measurePasses(filled, size.campaigns, rounds);
  await measureSending(filled, size, rounds);
} finally {
  filled.close();
}
