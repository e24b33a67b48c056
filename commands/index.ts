import type { Command } from '../src/command/command.ts';
import { bevestigDatum } from './bevestig-datum.ts';
import { gaatDoor } from './gaat-door.ts';
import { goedkeuren } from './goedkeuren.ts';
import { kalender } from './kalender.ts';
import { meedoen } from './meedoen.ts';
import { nieuw } from './nieuw.ts';
import { overlap } from './overlap.ts';
import { rustigeWeken } from './rustige-weken.ts';
import { taak } from './taak.ts';
import { toon } from './toon.ts';
import { vervalt } from './vervalt.ts';
import { verzet } from './verzet.ts';
import { wijzig } from './wijzig.ts';

/** Every command, in the order in which help shows them. */
export const commands: readonly Command[] = [
  kalender,
  toon,
  nieuw,
  wijzig,
  verzet,
  bevestigDatum,
  goedkeuren,
  vervalt,
  gaatDoor,
  overlap,
  rustigeWeken,
  taak,
  meedoen,
];
