import { z } from 'zod';
import { defineCommand } from '../src/command/command.ts';
import { remindersOf } from './shared/waiting-sections.ts';

export const herinneringen = defineCommand({
  name: 'herinneringen',
  aliases: ['reminders', 'herinnering', 'nudges', 'wat-wacht'],
  access: 'reader',
  args: z.object({}),
  examples: [''],
  run: remindersOf,
});
