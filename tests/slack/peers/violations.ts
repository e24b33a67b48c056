import { checkBlockKit, checkHome, checkView } from '../../render/block-kit-check.ts';
import type { Body, Call } from './call.ts';

const LONGEST_TEXT = 40_000;
const SHOWS_BLOCKS = ['chat.postMessage', 'chat.postEphemeral', 'chat.update', 'response'];

/** Everything in a call that Slack refuses, or that Slack would take but nobody wants to see. */
export function faultsOf({ method, body }: Call): string[] {
  const faults = /\bxox[bpae]-/.test(JSON.stringify({ ...body, token: undefined })) ? ['a token inside'] : [];
  if (typeof body.text === 'string' && body.text.length > LONGEST_TEXT) faults.push('text too long');
  if (SHOWS_BLOCKS.includes(method)) faults.push(...messageFaults(body));
  if (method.startsWith('views.')) faults.push(...viewFaults(body.view));
  if (method === 'chat.unfurl') faults.push(...unfurlFaults(body.unfurls));
  return faults;
}

function messageFaults({ blocks, text }: Body): string[] {
  if (blocks === undefined || (Array.isArray(blocks) && blocks.length === 0)) return [];
  if (!Array.isArray(blocks)) return ['blocks are no list'];
  // Slack takes it, but a notification and a screen reader then say nothing.
  const silent = typeof text === 'string' && text !== '' ? [] : ['no text beside the blocks'];
  return [...silent, ...checkBlockKit(blocks)];
}

function viewFaults(view: unknown): string[] {
  return (view as Body | undefined)?.type === 'home' ? checkHome(view) : checkView(view);
}

function unfurlFaults(unfurls: unknown): string[] {
  if (typeof unfurls !== 'object' || unfurls === null) return ['no unfurls'];
  return Object.values(unfurls as Record<string, Body>).flatMap(({ blocks }) =>
    Array.isArray(blocks) ? checkBlockKit(blocks) : [],
  );
}
