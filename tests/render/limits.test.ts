import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { translator } from '../../src/i18n/translate.ts';
import { renderSlack, renderSlackModals } from '../../src/render/slack/render-slack.ts';
import { renderTeams, renderTeamsDialogs } from '../../src/render/teams/render-teams.ts';
import { checkAdaptiveCard } from './adaptive-card-check.ts';
import { anyForm, arbitraryReply } from './arbitrary-reply.ts';
import { checkBlockKit, checkView } from './block-kit-check.ts';

const t = translator('nl');
const RUNS = { numRuns: 150 };

describe('whatever the reply', () => {
  test('a Slack message stays within every limit', () => {
    fc.assert(
      fc.property(arbitraryReply(), (reply) => {
        const { text, blocks } = renderSlack(reply, t);
        expect(checkBlockKit(blocks)).toEqual([]);
        expect(text.length).toBeGreaterThan(0);
        expect(text.length).toBeLessThanOrEqual(40_000);
      }),
      RUNS,
    );
  });

  test('a Slack modal stays within every limit, and every field has its place on a page', () => {
    fc.assert(
      fc.property(anyForm, (form) => {
        const pages = renderSlackModals(form, t);
        expect(pages.flatMap(checkView)).toEqual([]);
        expect(pages.length).toBeGreaterThan(0);
      }),
      RUNS,
    );
  });

  test('a Teams card is valid, and no larger than Teams takes', () => {
    fc.assert(
      fc.property(arbitraryReply(), (reply) => {
        expect(checkAdaptiveCard(renderTeams(reply, t))).toEqual([]);
      }),
      RUNS,
    );
  });

  test('a Teams dialog sends its form with Action.Submit', () => {
    fc.assert(
      fc.property(anyForm, (form) => {
        for (const card of renderTeamsDialogs(form, t)) {
          expect(checkAdaptiveCard(card)).toEqual([]);
          expect(JSON.stringify(card)).not.toContain('Action.Execute');
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe('the checkers themselves', () => {
  const text = (value: string) => ({ type: 'plain_text', text: value });
  const button = (id: string) => ({ type: 'button', action_id: id, text: text('x'), value: 'v' });
  const input = {
    type: 'input',
    block_id: 'b',
    label: text('x'),
    element: { type: 'plain_text_input', action_id: 'a' },
  };

  test.each([
    [[]],
    [Array(51).fill({ type: 'divider' })],
    [[{ type: 'header', text: text('x'.repeat(151)) }]],
    [[{ type: 'header', text: { type: 'mrkdwn', text: 'x' } }]],
    [[{ type: 'context', elements: [text('')] }]],
    [[{ type: 'actions', elements: [button('a'), button('a')] }]],
    [[{ type: 'actions', elements: [{ ...button('a'), value: 'é'.repeat(1500) }] }]],
    [
      [
        {
          type: 'rich_text',
          elements: [{ type: 'rich_text_section', elements: [{ type: 'broadcast', range: 'here' }] }],
        },
      ],
    ],
    [[{ type: 'table', rows: [[{ type: 'raw_text', text: 'a' }], []] }]],
    [Array(8).fill({ type: 'context', elements: [text('x'.repeat(2000))] })],
    [[{ type: 'video' }]],
    [[input]],
  ])('notice blocks that Slack refuses: %j', (blocks) => {
    expect(checkBlockKit(blocks)).not.toEqual([]);
  });

  test.each([
    { type: 'modal', title: text('x'.repeat(25)), blocks: [] },
    { type: 'modal', title: text('x'), blocks: [input] },
    { type: 'modal', title: text('x'), submit: text('x'), blocks: [input, input] },
    { type: 'home', title: text('x'), blocks: [] },
  ])('notice a view that Slack refuses: %j', (view) => {
    expect(checkView(view)).not.toEqual([]);
  });

  test.each([
    [{ type: 'TextBlock', text: '[x](http://evil.example)' }],
    [{ type: 'TextBlock', text: 'x', colour: 'red' }],
    [{ type: 'Nonsense' }],
    [{ type: 'Input.Text', id: 'a' }],
    [{ type: 'ActionSet', actions: [{ type: 'Action.Execute', title: 'x' }] }],
    [{ type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: 'x'.repeat(28_000) }] }],
  ])('notice an element that Teams refuses: %j', (element) => {
    expect(checkAdaptiveCard({ type: 'AdaptiveCard', version: '1.5', body: [element] })).not.toEqual([]);
  });
});
