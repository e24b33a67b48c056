import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { CAMPAIGN, COORDINATOR, LEAD, type Stage, startStage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
  const { chat, campagneregie } = stage;
  await chat.card('has not been linked here yet');
  await chat.say(`koppel ${firstLine(await campagneregie('link-code', '--for', 'politie'))}`);
  await chat.card('now belongs to Politie');
  await chat.say(`koppel ${firstLine(await campagneregie('link-code', '--person', LEAD))}`);
  await chat.card(`now that of ${LEAD}`);
});
afterAll(() => stage?.close());

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') {
    const path = join(tmpdir(), 'playground-failed.png');
    await stage.chat.wholePage(path);
    process.stderr.write(`The page as it was: ${path}. What the program logged:\n${stage.logged()}\n`);
  }
  expect(stage.logged()).not.toMatch(/"level":[56]0/);
  expect(stage.chat.asked.filter((url) => !url.startsWith('https://res-1.cdn.office.net/'))).toEqual([]);
});

it('shows the calendar, and turns its page in the same card', async () => {
  const { chat } = stage;
  await chat.say('kalender');
  const card = await chat.card('Kalender: 25 november 2026 t/m 25 mei 2027');
  expect(await card.innerText()).toContain('Black Friday 2026');
  const before = await chat.count();
  await chat.press(card, 'Volgende bladzijde');
  const turned = await chat.card('Uitbetaling van het vakantiegeld 2027');
  expect(await turned.innerText()).not.toContain('Black Friday 2026');
  expect(await chat.count()).toBe(before);
});

it('opens a campaign out of the calendar, and draws it anew when a task in it is done', async () => {
  const { chat } = stage;
  await chat.say('kalender december 2026');
  const calendar = await chat.card('Kalender: december');
  await chat.picture(calendar, 'calendar');
  await chat.press(calendar, 'Bekijken', { below: CAMPAIGN });
  const campaign = await chat.card('klaar op 9 december');
  const before = await chat.count();
  await chat.press(campaign, 'Klaar', { below: 'Zaal bespreken' });
  const redrawn = await chat.card('Gelukt');
  expect(await redrawn.innerText()).toMatch(/Zaal bespreken\s+klaar; Politie/);
  expect(await redrawn.innerText()).not.toContain('klaar op 9 december');
  expect(await chat.count()).toBe(before);
  await chat.picture(redrawn, 'campaign');
});

it('brings a reminder in the morning, and keeps in it what was answered', async () => {
  const { chat, campagneregie } = stage;
  const coordinator = (line: string) => campagneregie('run', '--as', COORDINATOR, line);
  await coordinator(`taak toevoegen "${CAMPAIGN}" "Flyers drukken" termijn:"7 dagen voor begin"`);
  await stage.thursdayMorning();
  const reminder = await chat.card('die op jou wachten');
  expect(await reminder.innerText()).toContain(
    'Flyers drukken (Praatje bij de bank). Dit moet over 7 dagen klaar',
  );
  await chat.picture(reminder, 'reminder');
  await chat.press(reminder, 'Klaar');
  const answered = await chat.card('✅ Beantwoord: Klaar');
  const left = await answered.innerText();
  expect(left).not.toContain('Wordt later');
  expect(left).toContain('Datum bevestigen');
  await chat.picture(answered, 'reminder-answered');
  expect(await coordinator(`taak lijst "${CAMPAIGN}"`)).toMatch(/Flyers drukken\n\s*klaar; Politie/);
});

function firstLine(text: string): string {
  return text.split('\n')[0] ?? '';
}
