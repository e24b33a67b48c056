import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Who may import whom (DESIGN section 4). `cli`, `main` and `app` may import anything. */
const MAY: Record<string, readonly string[]> = {
  core: [],
  domain: ['core'],
  import: ['core', 'domain'],
  store: ['core', 'domain'],
  feeds: ['core', 'domain'],
  reply: ['core'],
  i18n: ['core'],
  views: ['domain', 'reply', 'i18n', 'core'],
  command: ['domain', 'reply', 'i18n', 'core', 'views'],
  // Only to hand out a document that is meant for outside the bot (decision 009).
  commands: ['command', 'views', 'render', 'domain', 'reply', 'i18n', 'core'],
  render: ['reply', 'i18n', 'core'],
  adapters: ['command', 'views', 'render', 'domain', 'reply', 'i18n', 'core'],
  jobs: ['domain', 'views', 'feeds', 'render', 'reply', 'i18n', 'core'],
  web: ['domain', 'views', 'feeds', 'render', 'reply', 'i18n', 'core'],
};

/** Packages that belong to one folder only. */
const PACKAGES: readonly (readonly [name: RegExp, place: RegExp])[] = [
  [/^(drizzle-orm|better-sqlite3)/, /^src\/store\//],
  [/^(ical-generator|@touch4it\/ical-timezones)/, /^src\/feeds\//],
  [/^node-cron/, /^src\/jobs\/scheduler\.ts$/],
  [/^nodemailer/, /^src\/(adapters\/email\/|cli\/doctor)/],
  [/^date-holidays/, /^src\/core\/dates\/holidays\.ts$/],
  [/^(@slack\/(bolt|web-api)|undici)/, /^src\/adapters\/slack\//],
  [/^(@resvg|@expo-google-fonts)\//, /^src\/render\/timeline\//],
  [/^@microsoft\/teams/, /^src\/adapters\/teams\//],
];

interface Import {
  file: string;
  target: string;
  folder: string | undefined;
}

const files = [...sources('src'), ...sources('commands')];
const imports = files.flatMap(importsOf);

function sources(folder: string): string[] {
  const entries = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' });
  return entries
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name).split(sep).join('/'));
}

function importsOf(file: string): Import[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  const found = text.matchAll(
    /(?:^|\n)\s*(?:import|export)\b[^;'"]*?from\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g,
  );
  return [...found].map((match) => {
    const target = match[1] ?? match[2] ?? '';
    if (!target.startsWith('.')) return { file, target, folder: undefined };
    const path = relative(ROOT, join(ROOT, dirname(file), target))
      .split(sep)
      .join('/');
    return { file, target: path, folder: folderOf(path) };
  });
}

function folderOf(path: string): string {
  const [first = '', second = ''] = path.split('/');
  return first === 'src' ? second : first;
}

describe('the layout', () => {
  it('has imports to look at', () => {
    expect(imports.length).toBeGreaterThan(300);
  });

  it('lets each folder import only what DESIGN section 4 allows', () => {
    const wrong = imports.filter(({ file, folder }) => {
      const own = folderOf(file);
      const allowed = MAY[own];
      return folder !== undefined && allowed !== undefined && folder !== own && !allowed.includes(folder);
    });
    expect(wrong.map(({ file, target }) => `${file} -> ${target}`)).toEqual([]);
  });

  it('knows every folder', () => {
    const folders = new Set(
      files.filter((file) => file.split('/').length > 2 || file.startsWith('commands')).map(folderOf),
    );
    folders.delete('cli');
    expect([...folders].filter((folder) => MAY[folder] === undefined)).toEqual([]);
  });

  it('keeps each platform library in its own place', () => {
    const wrong = imports.filter(({ file, target }) =>
      PACKAGES.some(([name, place]) => name.test(target) && !place.test(file)),
    );
    expect(wrong.map(({ file, target }) => `${file} -> ${target}`)).toEqual([]);
  });

  it('reads the current time only in core/clock.ts', () => {
    const wrong = files.filter((file) => {
      const text = readFileSync(join(ROOT, file), 'utf8');
      return (
        file !== 'src/core/clock.ts' &&
        /new Date\(\s*\)|Date\.now\(|Temporal\.Now|performance\.now\(/.test(text)
      );
    });
    expect(wrong).toEqual([]);
  });

  it('keeps files short enough to read in one go', () => {
    const long = files.filter(
      (file) => readFileSync(join(ROOT, file), 'utf8').split('\n').length > 300 && !file.includes('/i18n/'),
    );
    expect(long).toEqual([]);
  });
});
