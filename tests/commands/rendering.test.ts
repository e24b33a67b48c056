import { beforeAll, describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import type { Actor } from '../../src/domain/access/actor.ts';
import { actorOf } from '../../src/domain/person/actor-of.ts';
import type { Store } from '../../src/domain/ports.ts';
import { translator } from '../../src/i18n/translate.ts';
import { renderHtml } from '../../src/render/html/render-html.ts';
import { renderSlackModals } from '../../src/render/slack/render-modal.ts';
import { renderSlack } from '../../src/render/slack/render-slack.ts';
import { renderTeams } from '../../src/render/teams/render-teams.ts';
import { renderText } from '../../src/render/text/render-text.ts';
import type { Reply } from '../../src/reply/reply.ts';
import { checkAdaptiveCard } from '../render/adaptive-card-check.ts';
import { checkBlockKit, checkView } from '../render/block-kit-check.ts';
import { checkHtml } from '../render/html-check.ts';
import { ask, seededStore, send } from '../support/ask.ts';
import { EXTREME, extremeStore } from '../support/extreme-store.ts';
import { sampleActor } from '../support/samples.ts';
import { NOW, testStore } from '../support/test-store.ts';

/** Every problem that any surface's checker finds in a reply, in both tongues of the renderers' own words. */
function problems(reply: Reply): string[] {
  return (['nl', 'en'] as const).flatMap((locale) => {
    const t = translator(locale);
    const slack = renderSlack(reply, t);
    const modals =
      reply.type === 'form' ? renderSlackModals(reply, t).flatMap((view) => checkView(view)) : [];
    const html = renderHtml(reply, { t, action: '/console', hidden: {} });
    return [
      ...checkBlockKit(slack.blocks),
      ...modals,
      ...checkAdaptiveCard(renderTeams(reply, t)),
      ...checkHtml(html),
      ...(renderText(reply, t).trim() === '' ? ['the text is empty'] : []),
    ];
  });
}

const stores: Record<string, Store> = {};
let coordinator: Actor;
beforeAll(async () => {
  stores.small = await testStore();
  stores.typical = await seededStore();
  stores.extreme = await extremeStore();
  coordinator = (await actorOf(stores.typical, 'person/coordinator-demo', NOW)) ?? sampleActor();
});

/** Each command with its examples, bare, and opened as a form; and the fullest records. */
const LINES = commands.flatMap(({ name, examples }) => [
  name,
  ...examples.map((words) => `${name} ${words}`.trim()),
]);
const FULLEST = [
  `toon ${EXTREME}`,
  `overlap ${EXTREME}`,
  `taak lijst ${EXTREME}`,
  `wijzig ${EXTREME} titel:"${'🙂'.repeat(80)}"`,
  `verzet ${EXTREME} periode:"12 okt 2027"`,
  `nieuw "Nieuw" periode:"11 t/m 31 okt 2027" doelgroep:senioren vorm:f1,f2,f3`,
  `nieuw "Lang" periode:"11 t/m 31 okt 2027" doelgroep:senioren boodschap:"${'🙂'.repeat(900)}" doel:"${'a'.repeat(1900)}"`,
  'kalender okt 2027',
  'toon druk',
  'zoek example',
  'wat-werkt senioren',
  'toon practice/x1',
  'toon organisation/o1',
  'organisatie',
  'persoon lijst',
  'help',
];

describe.each(['small', 'typical', 'extreme'])('with %s data', (size) => {
  describe.each(['nl', 'en'] as const)('in %s', (locale) => {
    it.each(LINES)('every surface can show: %s', async (line) => {
      const reply = await ask(stores[size] as Store, { ...coordinator, locale }, line, {
        key: `${size}${locale}${line}`,
      });
      expect(problems(reply)).toEqual([]);
    });

    it.each(commands.map(({ name }) => name))('every surface can show the form of %s', async (name) => {
      const reply = await send(
        stores[size] as Store,
        { ...coordinator, locale },
        { command: name, args: {}, opensForm: true },
      );
      expect(problems(reply)).toEqual([]);
    });
  });
});

describe('the fullest records', () => {
  it.each(FULLEST)('fit every surface: %s', async (line) => {
    const reply = await ask(stores.extreme as Store, coordinator, line);
    expect(problems(reply)).toEqual([]);
  });
});
