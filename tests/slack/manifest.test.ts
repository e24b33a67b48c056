import { readFileSync } from 'node:fs';
import type { App } from '@slack/bolt';
import { describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { slackManifest } from '../../src/adapters/slack/connect/manifest.ts';
import { OPTIONAL_SCOPES, SLACK_SCOPES } from '../../src/adapters/slack/connect/scopes.ts';
import { listen } from '../../src/adapters/slack/listeners.ts';
import type { SlackOptions } from '../../src/adapters/slack/options.ts';
import { unfurlDomain } from '../../src/core/unfurl-domain.ts';

const EVENTS = 'https://campagne.example.org/slack/events';
const options = { publicUrl: 'https://campagne.example.org', commands };
const manifest = slackManifest({ ...options, socketMode: false });
const overSocket = slackManifest({ ...options, socketMode: true });

describe('the manifest of the Slack app', () => {
  it('names what the program listens to, and nothing else', () => {
    const heard = heardBySlack();
    const { features, settings } = manifest;
    expect(settings?.event_subscriptions?.bot_events?.toSorted()).toEqual(heard.events.toSorted());
    expect(features?.slash_commands?.map(({ command }) => command)).toEqual(heard.commands);
    expect(features?.shortcuts?.map(({ callback_id }) => callback_id)).toEqual(heard.shortcuts);
  });

  it('asks for the scopes of the program; what is optional stands in both lists, as Slack wants it', () => {
    expect(manifest.oauth_config?.scopes).toEqual({
      bot: [...SLACK_SCOPES, ...OPTIONAL_SCOPES],
      bot_optional: [...OPTIONAL_SCOPES],
    });
  });

  it('leads everything that Slack sends to one address', () => {
    expect(urlsIn(manifest)).toEqual({
      url: new Set([EVENTS]),
      request_url: new Set([EVENTS]),
      message_menu_options_url: new Set([EVENTS]),
    });
    expect(manifest.oauth_config?.redirect_urls).toEqual([
      'https://campagne.example.org/slack/oauth_redirect',
    ]);
    expect(manifest.features?.unfurl_domains).toEqual(['campagne.example.org']);
    expect(manifest.settings?.socket_mode_enabled).toBe(false);
  });

  it('names no address over Socket Mode', () => {
    expect(urlsIn(overSocket)).toEqual({});
    expect(overSocket.oauth_config).not.toHaveProperty('redirect_urls');
    expect(overSocket.settings).toMatchObject({
      socket_mode_enabled: true,
      interactivity: { is_enabled: true },
    });
  });

  it.each([
    'http://127.0.0.1:3000',
    'http://localhost:3000',
    'http://[::1]:3000',
  ])('registers no domain for links to %s, for Slack takes none', (publicUrl) => {
    expect(unfurlDomain(publicUrl)).toBeUndefined();
    expect(slackManifest({ ...options, publicUrl, socketMode: true }).features).not.toHaveProperty(
      'unfurl_domains',
    );
  });

  it('keeps what people type as they typed it, and describes each slash command with an example', () => {
    const hints: Record<string, string | undefined> = {};
    for (const { command, should_escape, usage_hint } of manifest.features?.slash_commands ?? []) {
      expect(should_escape).toBe(false);
      hints[command] = usage_hint;
    }
    expect(hints['/kalender']).toBe(commands.find(({ name }) => name === 'kalender')?.examples[0]);
    const words = (hints['/campagne'] ?? '').split(' · ').map((line) => line.split(' ')[0]);
    const names = commands.flatMap(({ name, aliases }) => [name, ...aliases]);
    for (const word of words) expect(names).toContain(word);
  });

  it('stays within the limits of Slack’s schema, version 2', () => {
    const { display_information: display, features } = manifest;
    expectLength(display.name, 1, 35);
    expectLength(display.description, 1, 140);
    expectLength(display.long_description, 175, 4000);
    expect(features?.bot_user?.display_name).toMatch(/^[a-z0-9._-]{1,80}$/);
    expect(features?.shortcuts?.length).toBeLessThanOrEqual(10);
    for (const shortcut of features?.shortcuts ?? []) {
      expectLength(shortcut.name, 1, 24);
      expectLength(shortcut.description, 1, 150);
      expectLength(shortcut.callback_id, 1, 255);
    }
    expect(features?.slash_commands?.length).toBeLessThanOrEqual(50);
    for (const command of features?.slash_commands ?? []) {
      expect(command.command).toMatch(/^\/[a-z0-9_-]{1,31}$/);
      expectLength(command.description, 1, 2000);
      expectLength(command.usage_hint, 1, 1000);
    }
  });

  it('has a colour on which white text can be read', () => {
    const { background_color: colour = '' } = manifest.display_information;
    expect(contrastWithWhite(colour)).toBeGreaterThanOrEqual(4.5);
  });
});

describe('docs/slack.md', () => {
  const text = readFileSync(new URL('../../docs/slack.md', import.meta.url), 'utf8');
  const config = readFileSync(new URL('../../src/slack-settings.ts', import.meta.url), 'utf8');

  it('says of every scope why it is asked for', () => {
    const [, table = ''] = /\n\| scope \| why \|\n(.*?)\n\n/s.exec(text) ?? [];
    const explained = [...table.matchAll(/^\| `([a-z_:]+)` \| .{20,} \|$/gm)].map(([, scope]) => scope);
    expect(explained.toSorted()).toEqual([...SLACK_SCOPES, ...OPTIONAL_SCOPES].toSorted());
  });

  it('names every setting for Slack, and none that there is not', () => {
    const namesIn = (where: string) => [...new Set(where.match(/\bSLACK_[A-Z_]+\b/g))].toSorted();
    expect(namesIn(text)).toEqual(namesIn(config));
  });

  it('names every event and every command', () => {
    for (const event of manifest.settings?.event_subscriptions?.bot_events ?? [])
      expect(text).toContain(`\`${event}\``);
    for (const { command } of manifest.features?.slash_commands ?? []) expect(text).toContain(command);
  });
});

/** What listeners.ts registers with Bolt, in the words of the manifest. */
function heardBySlack() {
  const heard = { events: [] as string[], commands: [] as string[], shortcuts: [] as string[] };
  const nothing = () => {};
  const app = {
    use: nothing,
    action: nothing,
    options: nothing,
    view: nothing,
    error: nothing,
    command: (name: string) => heard.commands.push(name),
    shortcut: ({ callback_id }: { callback_id: string }) => heard.shortcuts.push(callback_id),
    // Of all messages the bot is only told those in direct messages.
    event: (name: string) => heard.events.push(name === 'message' ? 'message.im' : name),
  };
  listen(app as unknown as App, { monotonic: () => 0 } as SlackOptions, undefined);
  return heard;
}

/** Every address in it, by the name of its field. */
function urlsIn(value: object): Record<string, Set<string>> {
  const found: Record<string, Set<string>> = {};
  JSON.stringify(value, (key, inner) => {
    if (key.endsWith('url')) {
      found[key] ??= new Set();
      found[key].add(inner);
    }
    return inner;
  });
  return found;
}

function expectLength(text: string | undefined, least: number, most: number): void {
  expect(text?.length, text).toBeGreaterThanOrEqual(least);
  expect(text?.length, text).toBeLessThanOrEqual(most);
}

/** The contrast of WCAG 2 between white and a colour such as #154273. */
function contrastWithWhite(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}
