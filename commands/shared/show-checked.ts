import type { Context } from '../../src/command/command.ts';
import { visibleRecord } from '../../src/domain/change-one.ts';
import type { Checked } from '../../src/domain/correction/report-outdated.ts';
import { isKind } from '../../src/domain/records.ts';
import type { Message } from '../../src/reply/reply.ts';
import { showGuide } from './show-guide.ts';
import { showHelpPoint } from './show-help-point.ts';

/** The card of what was just reported or checked, for the asker alone, with what came of it. */
export async function showChecked(
  context: Context,
  id: Checked,
  key: 'correction.noted' | 'correction.right',
): Promise<Message> {
  const record = visibleRecord(await context.store.getMany([id]), id, context.by);
  const card = isKind(record, 'guide')
    ? await showGuide(context, record)
    : await showHelpPoint(context, record);
  const told = { type: 'notice', tone: 'success', text: context.t(key) } as const;
  return { ...card, audience: 'private', sections: [told, ...card.sections] };
}
