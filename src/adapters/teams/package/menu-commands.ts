/**
 * Which commands Teams shows in its menus, the most asked for first. Teams takes twelve a list. First what everybody
 * looks up, then what a lead does each week; help leads to the rest. What a coordinator sets up is done a few times a
 * year, by someone who knows the words. `koppel` stands only where nobody reads the code along.
 */
export const MENU_COMMANDS = {
  channel: [
    'kalender',
    'meldpunt',
    'wat-werkt',
    'zoek',
    'toon',
    'actieplan',
    'weekbericht',
    'nieuw',
    'meedoen',
    'overzicht',
    'herinneringen',
    'help',
  ],
  personal: [
    'overzicht',
    'kalender',
    'herinneringen',
    'meldpunt',
    'wat-werkt',
    'zoek',
    'toon',
    'actieplan',
    'nieuw',
    'meedoen',
    'koppel',
    'help',
  ],
} as const;
