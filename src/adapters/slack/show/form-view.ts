import type { AnyBlock, InputBlock, KnownBlock, ModalView } from '@slack/types';
import type { Context } from '../../../command/command.ts';
import { type Back, encodeModalMetadata, type ModalMetadata } from '../../../render/slack/modal-metadata.ts';
import { renderSlackModals } from '../../../render/slack/render-modal.ts';
import type { FormReply } from '../../../reply/reply.ts';

/** What a form carries along besides its fields. */
export interface Carried {
  back?: Back | undefined;
  page?: number;
  /** Where earlier pages are kept. */
  draftId?: string | undefined;
}

/** A form as a modal: the page asked for, and kept when it is closed. */
export function formView(form: FormReply, context: Context, carried: Carried): ModalView {
  const pages = renderSlackModals(form, context.t);
  const page = Math.min(carried.page ?? 0, pages.length - 1);
  const view = pages[page] as ModalView;
  return withMetadata(
    { ...view, blocks: view.blocks.map(tellingChanges), notify_on_close: true },
    {
      command: form.command,
      ...(form.version === undefined ? {} : { version: form.version }),
      page,
      pages: pages.length,
      ...(carried.draftId ? { draft: carried.draftId } : {}),
      ...(carried.back ? { back: carried.back } : {}),
    },
  );
}

/** Tells us of each choice, and of a line that is entered, so that it is kept and warned of while the form is open. */
function tellingChanges(block: AnyBlock): AnyBlock {
  if (!isInput(block)) return block;
  const isLongText = block.element.type === 'plain_text_input' && block.element.multiline === true;
  return isLongText ? block : { ...block, dispatch_action: true };
}

function isInput(block: AnyBlock): block is InputBlock {
  return block.type === 'input';
}

/** The same view with other metadata. */
export function withMetadata(view: ModalView, metadata: ModalMetadata): ModalView {
  return { ...view, private_metadata: encodeModalMetadata(metadata) };
}

/** Warnings of what a form would do, above its fields; their blocks are known by this prefix. */
export const WARNING_BLOCK = 'warning:';

/** The view with these blocks above its fields in the place of earlier ones. */
export function withWarnings(view: ModalView, warnings: readonly KnownBlock[]): ModalView {
  const others = view.blocks.filter(({ block_id }) => !block_id?.startsWith(WARNING_BLOCK));
  const named = warnings.map((block, index) => ({ ...block, block_id: `${WARNING_BLOCK}${index}` }));
  return { ...view, blocks: [...named, ...others] };
}
