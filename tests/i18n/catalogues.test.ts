import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { fieldsOf } from '../../src/command/bind.ts';
import { en } from '../../src/i18n/en/index.ts';
import { nl } from '../../src/i18n/nl/index.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const keys = Object.keys(nl) as (keyof typeof nl)[];

/** The parameters that a message asks for, in any of its branches. */
function parameters(message: string): string[] {
  const found = new Set<string>();
  const walk = (part: unknown): void => {
    if (Array.isArray(part)) for (const one of part) walk(one);
    else if (typeof part === 'object' && part !== null) {
      const { type, value, options } = part as { type?: number; value?: unknown; options?: object };
      if (typeof value === 'string' && type !== undefined && type >= 1 && type <= 6) found.add(value);
      for (const option of Object.values(options ?? {})) walk((option as { value: unknown }).value);
    }
  };
  walk(new IntlMessageFormat(message, 'nl', undefined, { ignoreTag: true }).getAst());
  return [...found].sort();
}

describe('the texts', () => {
  it('exist in Dutch and English under the same keys', () => {
    expect(Object.keys(en).sort()).toEqual([...keys].sort());
  });

  it('ask for the same parameters in both tongues', () => {
    const different = keys.filter((key) => parameters(nl[key]).join() !== parameters(en[key]).join());
    expect(different).toEqual([]);
  });

  it('are not left empty, and never say what people should not have to know', () => {
    const forbidden = /\b(tenant|outbox|token)\b/i;
    expect(
      keys.filter((key) => nl[key].trim() === '' || en[key].trim() === '' || forbidden.test(nl[key])),
    ).toEqual([]);
  });

  it('do not slip into "u"', () => {
    expect(keys.filter((key) => /\b(u|uw)\b/i.test(nl[key]))).toEqual([]);
  });

  it('name every command and every argument that a form shows', () => {
    const needed = commands.flatMap((command) => [
      `command.${command.name}.title`,
      `command.${command.name}.summary`,
      ...fieldsOf(command)
        .filter(({ info }) => !info.hidden)
        .flatMap(({ name, info }) => [`field.${name}`, ...info.options.map((option) => `choice.${option}`)]),
    ]);
    expect(needed.filter((key) => !Object.hasOwn(nl, key))).toEqual([]);
  });

  it('exist for every refusal that the code can give', () => {
    const sources = ['src', 'commands'].flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts'))
        .map((name) => readFileSync(join(ROOT, folder, name), 'utf8')),
    );
    const codes = sources.flatMap((text) =>
      [...text.matchAll(/new Refusal\(\s*'([a-z-]+)'/g)].map(([, code]) => code),
    );
    expect(codes.length).toBeGreaterThan(20);
    expect([...new Set(codes)].filter((code) => !Object.hasOwn(nl, `refusal.${code}`))).toEqual([]);
  });
});
