import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';

/** The page of Agents Playground, as Daan sits before it. */
export interface Chat {
  /** Says something to the bot in the personal chat. */
  say(text: string): Promise<void>;
  /** The newest card that has these words, as soon as there is one. */
  card(words: string): Promise<Locator>;
  /** How many cards stand in the conversation. */
  count(): Promise<number>;
  /** Presses the first button of this name in a card; with `below` the first one after this text. */
  press(card: Locator, label: string, more?: { below?: string }): Promise<void>;
  /** Keeps a picture of it in docs/images. */
  picture(card: Locator, name: string): Promise<void>;
  /** The whole page, for when something went wrong. */
  wholePage(path: string): Promise<void>;
  /** The addresses outside of this machine that the page asked for, besides its fonts. */
  asked: string[];
  close(): Promise<void>;
}

const IMAGES = fileURLToPath(new URL('../../docs/images/', import.meta.url));

/** Debian's; another one with CHROMIUM. */
export const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';

const CARD = '.ac-adaptiveCard';
/** A card with the edge that the Playground draws around it. */
const FRAME = 'xpath=ancestor::*[contains(@class, "fai-OutputCard")]';
const WAIT_MS = 40_000;

export async function openChat(address: string): Promise<Chat> {
  // Without a sandbox of its own, since in a container there is none to be had. It sees this machine's pages only.
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
  const page = await browser.newPage({
    // High, so that a card stands in it as a whole.
    viewport: { width: 1500, height: 2600 },
    deviceScaleFactor: 2,
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
  });
  page.setDefaultTimeout(WAIT_MS);
  const asked = await keepToThisMachine(page, address);
  await page.goto(address);
  return { ...chatOn(page), asked, close: () => closeAll(browser) };
}

function chatOn(page: Page): Omit<Chat, 'asked' | 'close'> {
  const cards = page.locator(CARD);
  return {
    async say(text) {
      await page.getByRole('textbox').fill(text);
      await page.keyboard.press('Enter');
    },
    async card(words) {
      const found = cards.filter({ hasText: words }).last();
      await found.waitFor();
      return found;
    },
    count: () => cards.count(),
    press: (card, label, { below } = {}) =>
      below === undefined
        ? card.getByRole('button', { name: label, exact: true }).first().click()
        : card.locator(`xpath=(.//*[.="${below}"]/following::button[.="${label}"])[1]`).click(),
    async picture(card, name) {
      await page.mouse.move(0, 0);
      await card.locator(FRAME).screenshot({ path: `${IMAGES}teams-${name}.png`, animations: 'disabled' });
    },
    wholePage: async (path) => void (await page.screenshot({ path, fullPage: true })),
  };
}

/** The Playground fetches its font elsewhere: ours stands in for it. All else from elsewhere is refused and noted. */
async function keepToThisMachine(page: Page, address: string): Promise<string[]> {
  const asked: string[] = [];
  await page.route(
    (url) => url.origin !== address,
    (route) => {
      const url = route.request().url();
      if (url.endsWith('.woff2')) return route.fulfill({ body: font(url), contentType: 'font/ttf' });
      asked.push(url);
      return route.abort();
    },
  );
  return asked;
}

function font(url: string): Buffer {
  const weight = url.includes('regular') ? '400Regular' : '700Bold';
  const file = `@expo-google-fonts/atkinson-hyperlegible/${weight}/AtkinsonHyperlegible_${weight}.ttf`;
  return readFileSync(createRequire(import.meta.url).resolve(file));
}

async function closeAll(browser: Browser): Promise<void> {
  await browser.close();
}
