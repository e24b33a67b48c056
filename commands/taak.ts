import { z } from 'zod';
import { type Context, defineCommand } from '../src/command/command.ts';
import { choice, optional, ref, refs, text } from '../src/command/fields.ts';
import { refreshable } from '../src/command/refreshable.ts';
import { Refusal } from '../src/core/errors.ts';
import { foldText } from '../src/core/ids.ts';
import { visibleRecord } from '../src/domain/change-one.ts';
import { addTask, finishTask, mayHandle, reassignTask } from '../src/domain/task/change-task.ts';
import { inOrder } from '../src/domain/task/in-order.ts';
import { parseDue } from '../src/domain/task/parse-due.ts';
import type { Task } from '../src/domain/task/task.ts';
import type { Message } from '../src/reply/reply.ts';
import { taskLine } from '../src/views/task-line.ts';
import { viewOf } from '../src/views/view-of.ts';
import { campaignFor, showChanged } from './shared/show-campaign.ts';

const args = z.object({
  doe: optional(choice(['lijst', 'toevoegen', 'klaar', 'overdragen'], { positional: true, names: ['do'] })),
  campagne: optional(ref('campaign', { positional: true, names: ['campaign', 'bij'] })),
  taak: optional(text({ positional: true, names: ['task', 'titel', 'title'], shared: true })),
  termijn: optional(text({ names: ['due', 'wanneer'], max: 60, check: parseDue })),
  wie: optional(refs(['organisation', 'person'], { names: ['who', 'voor', 'aan', 'owner'] })),
});
type Args = z.infer<typeof args>;

export const taak = defineCommand({
  name: 'taak',
  aliases: ['task', 'taken', 'tasks'],
  access: 'partner',
  args,
  examples: [
    'toevoegen "week van de veiligheid" "Stand geboekt" termijn:"60 dagen voor begin" wie:politie',
    'klaar "week van de veiligheid" "Stand geboekt"',
    'lijst "week van de veiligheid"',
  ],
  run: async (context, given) => {
    if (given.doe === 'toevoegen') return add(context, given);
    if (given.doe === 'klaar') return finish(context, given);
    if (given.doe === 'overdragen') return handOver(context, given);
    if (given.doe === undefined && given.taak !== undefined) throw new Refusal('task-do-what', {}, 'doe');
    const asked = { doe: 'lijst', campagne: given.campagne };
    return refreshable(await list(context, given), 'taak', asked);
  },
});

async function add(context: Context, given: Args): Promise<Message> {
  const { store, by, ids, today } = context;
  await addTask(store, by, ids, {
    campaign: needed(context, given.campagne, 'campagne'),
    title: needed(context, given.taak, 'taak'),
    due: parseDue(needed(context, given.termijn, 'termijn'), today),
    owners: given.wie ?? [],
  });
  return showChanged(
    context,
    await campaignFor(context, needed(context, given.campagne, 'campagne')),
    'campaign.task-added',
  );
}

async function finish(context: Context, given: Args): Promise<Message> {
  const task = await taskNamed(context, given);
  await finishTask(context.store, context.by, task);
  return showChanged(context, await campaignFor(context, task.campaign), 'campaign.task-done');
}

async function handOver(context: Context, given: Args): Promise<Message> {
  const task = await taskNamed(context, given);
  await reassignTask(context.store, context.by, task, needed(context, given.wie, 'wie'));
  return showChanged(context, await campaignFor(context, task.campaign), 'campaign.task-handed');
}

/** A task by its id (from a button), or by its words among the tasks of the campaign. */
async function taskNamed(context: Context, given: Args): Promise<Task> {
  const { store, scope, by } = context;
  const typed = needed(context, given.taak, 'taak');
  if (typed.startsWith('task/')) {
    const id = typed as Task['id'];
    return visibleRecord(await store.getMany([id]), id, by);
  }
  const campaign = needed(context, given.campagne, 'campagne');
  const tasks = await store.linked('task', 'campaign', campaign, scope);
  const meant = tasks.filter(({ title }) => foldText(title).includes(foldText(typed)));
  const exact = meant.find(({ title }) => foldText(title) === foldText(typed)) ?? meant[0];
  if (!exact) throw new Refusal('name-unknown', { text: typed.slice(0, 60) }, 'taak');
  if (meant.length > 1 && foldText(exact.title) !== foldText(typed))
    throw new Refusal(
      'name-unclear',
      { text: typed.slice(0, 60), options: meant.map(({ title }) => title).join(', ') },
      'taak',
    );
  return exact;
}

async function list(context: Context, given: Args): Promise<Message> {
  const { store, scope, actor, t } = context;
  const campaign = await campaignFor(context, needed(context, given.campagne, 'campagne'));
  const tasks = inOrder(await store.linked('task', 'campaign', campaign.id, scope), campaign);
  const view = await viewOf(context, [campaign, ...tasks]);
  return {
    type: 'message',
    title: `${t('card.tasks')}: ${campaign.title}`,
    audience: context.audience,
    sections: [
      tasks.length === 0
        ? { type: 'text', text: t('card.no-tasks') }
        : {
            type: 'list',
            items: tasks.map((task) => taskLine(task, campaign, view, mayHandle({ actor }, task, campaign))),
          },
      {
        type: 'actions',
        actions: [
          {
            label: t('do.add-task'),
            command: 'taak',
            args: { doe: 'toevoegen', campagne: campaign.id },
            opensForm: true,
          },
        ],
      },
    ],
  };
}

function needed<T>({ t }: Context, value: T | undefined, field: 'campagne' | 'taak' | 'termijn' | 'wie'): T {
  if (value === undefined)
    throw new Refusal('task-needs', { what: t(`field.${field}`).toLowerCase() }, field);
  return value;
}
