import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeAction, encodeAction } from '../../src/render/action-value.ts';
import { anyAction } from './arbitrary-reply.ts';

describe('the value of a button', () => {
  test('comes back as the action that it was made from', () => {
    fc.assert(
      fc.property(anyAction, ({ label: _label, style: _style, ...action }) => {
        const { confirmed, opensForm, ...rest } = action;
        const meant = { ...rest, ...(confirmed ? { confirmed } : {}), ...(opensForm ? { opensForm } : {}) };
        const value = encodeAction(action);
        if (value.length <= 20_000) expect(decodeAction(value)).toEqual(meant);
      }),
    );
  });

  test('is short', () => {
    const value = encodeAction({ command: 'bekijk', args: { campagne: 'campaign/w-2027' }, version: 3 });
    expect(value).toBe('{"c":"bekijk","a":{"campagne":"campaign/w-2027"},"v":3}');
  });

  test.each([
    undefined,
    null,
    7,
    {},
    '',
    'geen json',
    '[]',
    'null',
    '"x"',
    '{}',
    '{"c":""}',
    '{"c":7}',
    '{"c":"x","a":[]}',
    '{"c":"x","a":{"y":1}}',
    '{"c":"x","a":{"y":["1",2]}}',
    '{"c":"x","a":{"__proto__":"y"}}',
    '{"c":"x","v":-1}',
    '{"c":"x","v":1.5}',
    '{"c":"x","v":"1"}',
    '{"c":"x","k":true}',
    '{"c":"x","f":2}',
    '{"c":"x","extra":1}',
    `{"c":"${'x'.repeat(20_000)}"}`,
  ])('garbage is not an action: %s', (value) => {
    expect(decodeAction(value)).toBeUndefined();
  });

  test('any text at all is read or refused, never an error', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => void decodeAction(text)));
  });
});
