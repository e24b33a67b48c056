import { describe, expect, it } from 'vitest';
import { fieldsOf } from '../../src/command/bind.ts';
import { newerVersion } from '../../src/command/newer-version.ts';
import type { AnyRecord } from '../../src/domain/records.ts';
import { schemas } from '../../src/domain/records.ts';
import { hasMessage } from '../../src/i18n/translate.ts';
import { registry } from '../support/ask.ts';

const BOOKKEEPING = new Set(['id', 'version', 'origin']);

describe('when somebody else saved a newer version', () => {
  it.each([
    'evaluation',
    'signal',
    'measure',
    'contact',
    'newsletter',
    'practice',
  ] as const)('every field of a record of kind %s that may have changed has a name', (kind) => {
    const names = Object.keys(schemas[kind].shape).filter((name) => !BOOKKEEPING.has(name));
    expect(names.filter((name) => !hasMessage(`field.${name}`))).toEqual([]);
  });

  it('the newer one is shown by a command that knows this kind of record, or not offered', () => {
    const fields = {
      campaign: 'campaign/a',
      quarter: '2027-Q1',
      form: 'form/phishing',
      organisation: 'organisation/a',
    };
    const offered = Object.keys(schemas).map((kind) => {
      const newer = newerVersion({ ...fields, id: `${kind}/a` } as unknown as AnyRecord);
      return newer && { kind, ...newer };
    });
    for (const { kind, command, args } of offered.filter((one) => one !== undefined))
      for (const [name, value] of Object.entries(args)) {
        const info = fieldsOf(registry.find(command)!).find((field) => field.name === name)?.info;
        const [meant] = String(value).split('/');
        expect(info, `${kind}: ${command} ${name}`).toBeDefined();
        if (String(value).includes('/')) expect(info?.kinds, kind).toContain(meant);
      }
    expect(offered.filter((one) => one !== undefined).map(({ kind }) => kind)).toContain('newsletter');
    expect(newerVersion({ id: 'person/a' } as unknown as AnyRecord)).toBeUndefined();
  });
});
