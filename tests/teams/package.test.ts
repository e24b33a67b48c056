import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { appPackage } from '../../src/adapters/teams/package/app-package.ts';
import {
  KEEP_COMMANDS,
  SEARCH_COMMANDS,
  SEARCH_PARAMETER,
} from '../../src/adapters/teams/package/extension-commands.ts';
import { localisedTexts } from '../../src/adapters/teams/package/localised-texts.ts';
import { teamsManifest } from '../../src/adapters/teams/package/manifest.ts';
import { MENU_COMMANDS } from '../../src/adapters/teams/package/menu-commands.ts';
import { PACKAGE_LIMITS as LIMITS } from '../../src/adapters/teams/package/package-limits.ts';
import { translator } from '../../src/i18n/translate.ts';
import { readPng } from './read-png.ts';

const CLIENT_ID = '0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0';
const PUBLIC_URL = 'https://campagne.example.org';
const options = { clientId: CLIENT_ID, publicUrl: PUBLIC_URL, version: '1.2.3', commands };
const manifest = teamsManifest(options);
const inEnglish = teamsManifest(options, 'en');
const [bot] = manifest.bots;
const [extension] = manifest.composeExtensions;
const packed = await appPackage(options);
const files = unzipSync(packed);

describe('the package of the Teams app', () => {
  it('holds the manifest, two icons and the English texts, and is the same file each time', async () => {
    expect(Object.keys(files).toSorted()).toEqual(['color.png', 'en.json', 'manifest.json', 'outline.png']);
    expect(read('manifest.json')).toEqual(manifest);
    expect(await appPackage(options)).toEqual(packed);
  });

  it.each(['manifest', 'localization'] as const)('keeps to Microsoft’s schema 1.29: %s', (what) => {
    const validate = schema(what);
    const file = read(what === 'manifest' ? 'manifest.json' : 'en.json');
    expect(validate(file), JSON.stringify(validate.errors)).toBe(true);
    expect(validate({ ...file, surprise: true })).toBe(false);
  });

  it('is for the app of the client id, with the program’s version', () => {
    expect(manifest).toMatchObject({ id: CLIENT_ID, version: '1.2.3', manifestVersion: '1.29' });
    expect(bot?.botId).toBe(CLIENT_ID);
    expect(extension?.botId).toBe(CLIENT_ID);
  });

  it('stays within the limits of the documentation, in both languages', () => {
    for (const { name, description, developer, accentColor } of [manifest, inEnglish]) {
      expectLength(name.short, LIMITS.nameShort);
      expectLength(name.full, LIMITS.nameFull);
      expectLength(description.short, LIMITS.descriptionShort);
      expectLength(description.full, LIMITS.descriptionFull);
      expectLength(developer.name, LIMITS.developerName);
      expect(accentColor).toMatch(/^#[0-9a-f]{6}$/);
    }
    const listed = [manifest, inEnglish].flatMap(({ bots, composeExtensions }) => [
      ...bots.flatMap(({ commandLists }) => commandLists.flatMap((list) => list.commands)),
      ...composeExtensions.flatMap((one) => one.commands),
      ...composeExtensions.flatMap((one) =>
        one.commands.flatMap((command) => ('parameters' in command ? command.parameters : [])),
      ),
    ]);
    expect(listed.length).toBeGreaterThan(60);
    for (const { title, description } of listed) {
      expectLength(title, LIMITS.commandTitle);
      expectLength(description, LIMITS.commandDescription);
    }
  });

  it('leads to the site, and names no other domain', () => {
    expect(JSON.stringify(manifest).match(/https?:\/\/[^"]+/g)).toEqual([
      'https://developer.microsoft.com/json-schemas/teams/v1.29/MicrosoftTeams.schema.json',
      `${PUBLIC_URL}/`,
      `${PUBLIC_URL}/`,
      `${PUBLIC_URL}/`,
    ]);
    expect(manifest.validDomains).toEqual(['campagne.example.org']);
    expect(extension?.messageHandlers).toEqual([
      { type: 'link', value: { domains: ['campagne.example.org'] } },
    ]);
  });

  it.each([
    'http://127.0.0.1:3000',
    'http://localhost:3000',
  ])('registers no domain for links to %s', (publicUrl) => {
    const local = teamsManifest({ ...options, publicUrl });
    expect(local.validDomains).toEqual([]);
    expect(local.composeExtensions[0]).not.toHaveProperty('messageHandlers');
    const validate = schema('manifest');
    expect(validate(local), JSON.stringify(validate.errors)).toBe(true);
  });

  it('asks for no right to read messages, and for nothing of Microsoft Graph', () => {
    expect(manifest.permissions).toEqual(['identity', 'messageTeamMembers']);
    expect(manifest).not.toHaveProperty('authorization');
    expect(manifest).not.toHaveProperty('webApplicationInfo');
  });
});

describe('the commands in the menus of Teams', () => {
  const names = commands.map(({ name }) => name);

  it('are commands that there are, none twice, and no more than Teams takes', () => {
    for (const menu of Object.values(MENU_COMMANDS)) {
      expect(menu.filter((name) => !names.includes(name))).toEqual([]);
      expect(new Set(menu).size).toBe(menu.length);
      expect(menu.length).toBeLessThanOrEqual(LIMITS.commandsInList);
    }
    expect(bot?.commandLists.length).toBeLessThanOrEqual(LIMITS.commandLists);
    expect(bot?.commandLists.map((list) => list.commands.map(({ title }) => title))).toEqual([
      MENU_COMMANDS.channel,
      MENU_COMMANDS.personal,
    ]);
  });

  it('say what their definitions say, in the reader’s language', () => {
    for (const [locale, { bots }] of [
      ['nl', manifest],
      ['en', inEnglish],
    ] as const) {
      const listed = bots.flatMap(({ commandLists }) => commandLists.flatMap((list) => list.commands));
      const kalender = listed.find(({ title }) => title === 'kalender');
      expect(kalender?.description).toBe(translator(locale)('command.kalender.summary'));
    }
  });

  it('lead to the rest, and offer nothing that only a coordinator may do', () => {
    const coordinators = commands.filter(({ access }) => access === 'coordinator').map(({ name }) => name);
    expect(coordinators.length).toBeGreaterThan(0);
    for (const menu of Object.values(MENU_COMMANDS)) {
      expect(menu).toContain('help');
      expect(menu.filter((name) => coordinators.includes(name))).toEqual([]);
    }
  });

  it('come behind a slash where others read along, and there a code is not asked for', () => {
    expect(bot).toMatchObject({
      scopes: ['personal', 'team', 'groupChat'],
      supportsFiles: false,
      isNotificationOnly: false,
      supportsTargetedMessages: true,
    });
    expect(bot?.commandLists.map(({ scopes, triggers }) => ({ scopes, triggers }))).toEqual([
      { scopes: ['team', 'groupChat'], triggers: ['mention', 'slash'] },
      { scopes: ['personal'], triggers: ['mention'] },
    ]);
    expect(MENU_COMMANDS.channel).not.toContain('koppel');
    expect(MENU_COMMANDS.personal).toContain('koppel');
  });

  it('are refused when one does not exist', () => {
    const without = commands.filter(({ name }) => name !== 'zoek');
    expect(() => teamsManifest({ ...options, commands: without })).toThrow('there is no command zoek');
  });
});

describe('the message extension', () => {
  it('looks up three kinds with one word each, and keeps a message in two ways', () => {
    const shown = (extension?.commands ?? []).map(({ id, type, context }) => ({ id, type, context }));
    const search = SEARCH_COMMANDS.map((id) => ({ id, type: 'query', context: ['compose', 'commandBox'] }));
    const keep = KEEP_COMMANDS.map((id) => ({ id, type: 'action', context: ['message'] }));
    expect(shown).toEqual([...search, ...keep]);
    for (const command of extension?.commands ?? []) {
      if ('parameters' in command) {
        expect(command.initialRun).toBe(true);
        expect(command.parameters.map(({ name }) => name)).toEqual([SEARCH_PARAMETER]);
      } else expect(command.fetchTask).toBe(true);
    }
  });
});

describe('the English texts', () => {
  it('are there for every text of the manifest, under a place that exists', () => {
    const english = read('en.json');
    const { $schema, ...texts } = english;
    expect($schema).toMatch(/v1\.29\/MicrosoftTeams\.Localization\.schema\.json$/);
    expect(texts).toEqual(
      Object.fromEntries(Object.keys(texts).map((place) => [place, at(inEnglish, place)])),
    );
    expect(Object.keys(texts)).toEqual(
      Object.keys(localisedTexts(manifest)).filter((place) => place !== '$schema'),
    );
    expect(textsIn(manifest)).toBe(Object.keys(texts).length);
  });

  it('stand beside the Dutch ones, which are the default', () => {
    expect(manifest.localizationInfo).toEqual({
      defaultLanguageTag: 'nl',
      additionalLanguages: [{ languageTag: 'en', file: 'en.json' }],
    });
    expect(manifest.description.short).toBe(translator('nl')('teams-app.short'));
    expect(read('en.json')['description.short']).toBe(translator('en')('teams-app.short'));
  });
});

describe('the icons', () => {
  const color = readPng(files['color.png'] ?? new Uint8Array());
  const outline = readPng(files['outline.png'] ?? new Uint8Array());

  it('have the sizes that Teams asks for', () => {
    expect([color.width, color.height]).toEqual([192, 192]);
    expect([outline.width, outline.height]).toEqual([32, 32]);
  });

  it('fill the square in colour, with the drawing in the middle that stays in sight', () => {
    expect(color.points.filter(([, , , alpha]) => alpha !== 255)).toEqual([]);
    const [corner] = color.points;
    const drawn = color.points.flatMap((point, index) =>
      `${point}` === `${corner}` ? [] : [[index % 192, Math.floor(index / 192)]],
    );
    expect(drawn.length).toBeGreaterThan(5000);
    expect(drawn.filter((place) => place.some((one) => one < 36 || one >= 156))).toEqual([]);
  });

  it('are white on nothing in outline', () => {
    const seen = outline.points.filter(([, , , alpha]) => alpha > 0);
    expect(seen.length).toBeGreaterThan(150);
    expect(seen.length).toBeLessThan(outline.points.length / 2);
    expect(seen.filter(([red, green, blue]) => Math.min(red, green, blue) < 255)).toEqual([]);
  });
});

describe('docs/teams.md', () => {
  const text = readFileSync(new URL('../../docs/teams.md', import.meta.url), 'utf8');

  it('names every command in the menus, around messages, and every permission', () => {
    const named = [
      ...Object.values(MENU_COMMANDS).flat(),
      ...manifest.permissions,
      ...(extension?.commands ?? []).map(({ title }) => title),
    ];
    expect(named.filter((name) => !text.includes(`\`${name}\``) && !text.includes(`*${name}*`))).toEqual([]);
  });

  it('names the settings that a start needs', () => {
    for (const name of ['TEAMS_CLIENT_ID', 'TEAMS_CLIENT_SECRET', 'TEAMS_TENANT_ID', 'PUBLIC_URL'])
      expect(text).toContain(`\`${name}\``);
  });
});

function read(name: string) {
  return JSON.parse(strFromU8(files[name] ?? new Uint8Array()));
}

/** The schemas are draft 4; they use nothing that later drafts read otherwise. Their patterns are not of Unicode mode. */
function schema(what: 'manifest' | 'localization') {
  const text = readFileSync(new URL(`schema/teams-${what}-1.29.json`, import.meta.url), 'utf8');
  const { $schema: _draft, ...rest } = JSON.parse(text);
  return new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false, logger: false }).compile(
    rest,
  );
}

function expectLength(text: string, most: number): void {
  expect(text.length, text).toBeGreaterThan(0);
  expect(text.length, text).toBeLessThanOrEqual(most);
}

/** The value at a place such as `bots[0].commandLists[1].commands[2].title`. */
function at(value: unknown, place: string): unknown {
  return place
    .split(/[.[\]]+/)
    .filter((part) => part !== '')
    .reduce<unknown>((inner, part) => (inner as Record<string, unknown> | undefined)?.[part], value);
}

/** How many texts for people a manifest has, counted by the names that the schema gives them. */
function textsIn(value: object): number {
  const { developer: _developer, ...rest } = value as Record<string, unknown>;
  return JSON.stringify(rest).match(/"(short|full|title|description)":"/g)?.length ?? 0;
}
