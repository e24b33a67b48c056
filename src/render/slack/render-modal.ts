import type { KnownBlock, ModalView } from '@slack/types';
import type { Translate } from '../../i18n/translate.ts';
import type { FormReply } from '../../reply/reply.ts';
import { cleanLine, cleanText } from '../shared/clean-text.ts';
import { fieldBlocks } from './field-blocks.ts';
import { SLACK_LIMITS } from './limits.ts';
import { encodeModalMetadata } from './modal-metadata.ts';
import { plainObject } from './plain-object.ts';
import { richTextBlocks } from './rich-text.ts';

/** The first (nearly always the only) page of a form as a modal. */
export function renderSlackModal(form: FormReply, t: Translate): ModalView {
  const [first] = renderSlackModals(form, t);
  return first as ModalView;
}

/**
 * A form as one modal, or as several in a row when it has more than a modal holds. Each page's
 * metadata says which it is; the adapter carries the answers from page to page.
 */
export function renderSlackModals(form: FormReply, t: Translate): ModalView[] {
  const groups = [introBlocks(form), ...form.fields.map((field) => fieldBlocks(field, t))];
  const pages = inPages(groups.filter((group) => group.length > 0));
  return pages.map((blocks, page) => modal(form, blocks, { page, pages: pages.length }, t));
}

interface Place {
  page: number;
  pages: number;
}

function modal(
  form: FormReply,
  blocks: readonly KnownBlock[],
  { page, pages }: Place,
  t: Translate,
): ModalView {
  const last = page === pages - 1;
  const counter =
    pages === 1 ? [] : richTextBlocks([[{ text: t('render.page', { page: page + 1, pages }) }]]);
  const version = form.version === undefined ? {} : { version: form.version };
  return {
    type: 'modal',
    callback_id: `form:${form.command}`.slice(0, SLACK_LIMITS.callbackId),
    private_metadata: encodeModalMetadata({ command: form.command, ...version, page, pages }),
    title: plainObject(form.title, SLACK_LIMITS.viewTitle, form.command),
    submit: plainObject(
      last ? form.submitLabel : t('render.next-page'),
      SLACK_LIMITS.viewButton,
      t('render.choose'),
    ),
    close: plainObject(t('render.close'), SLACK_LIMITS.viewButton),
    blocks: [...counter, ...blocks],
  };
}

/** A title that is too long for the modal's bar stands in full above the intro. */
function introBlocks(form: FormReply): KnownBlock[] {
  const title = cleanLine(form.title);
  const lines = [
    title.length > SLACK_LIMITS.viewTitle ? [{ text: title, strong: true }] : [],
    [{ text: cleanText(form.intro ?? '') }],
  ];
  return richTextBlocks(lines.filter((line) => line.some((run) => run.text.trim() !== '')));
}

/** One block is kept free for the page counter. A field's input, hint and error stay together. */
function inPages(groups: readonly (readonly KnownBlock[])[]): KnownBlock[][] {
  const pages: KnownBlock[][] = [[]];
  let bytes = 0;
  for (const group of groups) {
    const size = Buffer.byteLength(JSON.stringify(group));
    const page = pages.at(-1) ?? [];
    const full =
      page.length + group.length > SLACK_LIMITS.viewBlocks - 1 || bytes + size > SLACK_LIMITS.viewBytes;
    if (full && page.length > 0) {
      pages.push([...group]);
      bytes = size;
    } else {
      page.push(...group);
      bytes += size;
    }
  }
  return pages;
}
