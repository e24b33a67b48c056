import type { Command } from '../src/command/command.ts';
import { abonneer } from './abonneer.ts';
import { actieplan } from './actieplan.ts';
import { actieplanNieuw } from './actieplan-nieuw.ts';
import { actieplanVerleng } from './actieplan-verleng.ts';
import { afwezig } from './afwezig.ts';
import { antwoord } from './antwoord.ts';
import { beoordeel } from './beoordeel.ts';
import { bevestigDatum } from './bevestig-datum.ts';
import { conceptCommand } from './concept.ts';
import { contacten } from './contacten.ts';
import { demp } from './demp.ts';
import { draagOver } from './draag-over.ts';
import { evaluatie } from './evaluatie.ts';
import { gaatDoor } from './gaat-door.ts';
import { gebruik } from './gebruik.ts';
import { goedkeuren } from './goedkeuren.ts';
import { type CommandGroup, helpCommands } from './help.ts';
import { herinneringen } from './herinneringen.ts';
import { herzie } from './herzie.ts';
import { inrichten } from './inrichten.ts';
import { intrekken } from './intrekken.ts';
import { inzicht } from './inzicht.ts';
import { kalender } from './kalender.ts';
import { kanaal } from './kanaal.ts';
import { klopt } from './klopt.ts';
import { kloptNiet } from './klopt-niet.ts';
import { koppel } from './koppel.ts';
import { koppelcode } from './koppelcode.ts';
import { maatregel } from './maatregel.ts';
import { meedoen } from './meedoen.ts';
import { meldpunt } from './meldpunt.ts';
import { mijnGegevens } from './mijn-gegevens.ts';
import { nieuw } from './nieuw.ts';
import { nieuwsbrief } from './nieuwsbrief.ts';
import { nieuwsbriefVerstuur } from './nieuwsbrief-verstuur.ts';
import { nieuwsbriefWijzig } from './nieuwsbrief-wijzig.ts';
import { organisatie } from './organisatie.ts';
import { overlap } from './overlap.ts';
import { overzicht } from './overzicht.ts';
import { persoon } from './persoon.ts';
import { praktijk } from './praktijk.ts';
import { praktijken } from './praktijken.ts';
import { proefdraai } from './proefdraai.ts';
import { rustigeWeken } from './rustige-weken.ts';
import { signaal } from './signaal.ts';
import { signaalKoppel } from './signaal-koppel.ts';
import { signaalReactie } from './signaal-reactie.ts';
import { signaalSluit } from './signaal-sluit.ts';
import { signaalWijzig } from './signaal-wijzig.ts';
import { signaalZieOok } from './signaal-zie-ook.ts';
import { signalen } from './signalen.ts';
import { taak } from './taak.ts';
import { terugblik } from './terugblik.ts';
import { toon } from './toon.ts';
import { versies } from './versies.ts';
import { vervalt } from './vervalt.ts';
import { verzet } from './verzet.ts';
import { verzonden } from './verzonden.ts';
import { voortgang } from './voortgang.ts';
import { watWerkt } from './wat-werkt.ts';
import { weekbericht } from './weekbericht.ts';
import { werkruimte } from './werkruimte.ts';
import { wijzig } from './wijzig.ts';
import { zoek } from './zoek.ts';

/** Every command, by what it is about, in the order in which help shows them. */
const groups: readonly CommandGroup[] = [
  {
    name: 'campagnes',
    commands: [
      kalender,
      overzicht,
      toon,
      zoek,
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
    ],
  },
  {
    name: 'kennis',
    commands: [
      watWerkt,
      praktijk,
      praktijken,
      herzie,
      beoordeel,
      intrekken,
      versies,
      gebruik,
      maatregel,
      evaluatie,
      terugblik,
      signaal,
      signalen,
      signaalZieOok,
      signaalReactie,
      signaalKoppel,
      signaalWijzig,
      signaalSluit,
    ],
  },
  { name: 'slachtoffers', commands: [meldpunt, kloptNiet, klopt, contacten] },
  { name: 'plan', commands: [actieplan, actieplanNieuw, actieplanVerleng, voortgang] },
  {
    name: 'berichten',
    commands: [
      weekbericht,
      abonneer,
      kanaal,
      nieuwsbrief,
      nieuwsbriefWijzig,
      nieuwsbriefVerstuur,
      herinneringen,
      antwoord,
      afwezig,
      demp,
      proefdraai,
      verzonden,
    ],
  },
  {
    name: 'beheer',
    commands: [
      inrichten,
      inzicht,
      organisatie,
      persoon,
      draagOver,
      mijnGegevens,
      conceptCommand(() => commands),
      koppel,
      koppelcode,
      werkruimte,
      ...helpCommands(() => groups),
    ],
  },
];

export const commands: readonly Command[] = groups.flatMap((group) => group.commands);
