import { PROGRAM } from '../../src/domain/access/actor.ts';
import { changeOne } from '../../src/domain/change-one.ts';
import { makeLinkCode } from '../../src/domain/tenant/link-code.ts';
import { tenantId } from '../../src/domain/tenant/tenant.ts';
import {
  executeAction,
  installationUpdate,
  membersChanged,
  message,
  slashMessage,
  submitInMessage,
  taskFetch,
  taskSubmit,
} from './peers/activities.ts';
import { at, sameWhere } from './peers/at.ts';
import { deliver } from './peers/send.ts';
import { buttonIn, buttonsIn, inputValues, type Json, type Values } from './reading.ts';
import { answered, type Seen, type Source, type Sources, shownSince, together, turnNow } from './seeing.ts';
import type { Stage, TenantName } from './stage.ts';

type Around = Pick<Stage, 'app' | 'teams' | 'connector' | 'openid' | 'base'>;
type Actions = Omit<Stage, keyof Around | 'logged' | 'close'>;

/** What people do in Teams, as they would do it. */
export function actions({ app, teams, connector, openid, base }: Around): Actions {
  const sources: Sources = new WeakMap();
  const send: Actions['send'] = async (activity, { token } = {}) => {
    const right = openid.mint(String(activity.serviceUrl));
    const response = await deliver(base, activity, `Bearer ${token ?? right}`);
    await teams.settled();
    return response;
  };
  /** Sends it, and gathers what appeared because of it. */
  const seeing = async (key: TenantName, who: string, activity: Json, source?: Source): Promise<Seen> => {
    const turn = turnNow(connector);
    const response = await send(activity);
    const text = await response.text();
    if (response.status !== 200) throw new Error(`${who} got ${response.status}: ${text}`);
    const shown = shownSince(connector, sources, { key, who, turn });
    if (source === undefined) return shown;
    return together(shown, answered(connector, sources, parsed(text), source));
  };
  const sourceOf = (part: Json, key: TenantName, who: string): Source => {
    const source = sources.get(part);
    if (source === undefined) throw new Error('this card was never shown');
    if (source.for !== undefined && source.for !== connector.person(key, who).id)
      throw new Error(`${who} does not see a card that is for another`);
    return { ...source, from: sameWhere(connector, source.from, who) };
  };
  const sendDialog = (key: TenantName, who: string, dialog: Json, button: Json, values: Values) => {
    const source = sourceOf(dialog, key, who);
    const data = sentWith(button, dialog, values);
    return seeing(key, who, taskSubmit(source.from, data, source.replyToId), source);
  };
  const type: Actions['type'] = async (key, who, text, { where, thread, targeted = false } = {}) => {
    const from = at(connector, key, who, where, thread);
    const { team } = from.tenant;
    const home = from.kind === 'channel' ? team.id : from.conversation;
    const isThere =
      connector.isInstalled(home) || (from.kind === 'personal' && connector.isInstalled(team.id));
    if (!isThere)
      throw new Error(`nobody can write to the bot there: install it in ${where ?? 'personal'} first`);
    return seeing(key, who, targeted ? slashMessage(from, text) : message(from, text));
  };
  const press: Actions['press'] = async (key, who, { cards, dialog }, label) => {
    const inDialog = buttonIn(dialog, label);
    if (dialog !== undefined && inDialog !== undefined) return sendDialog(key, who, dialog, inDialog, {});
    const card = cards.findLast((each) => buttonIn(each, label) !== undefined);
    const button = buttonIn(card, label);
    if (card === undefined || button === undefined)
      throw new Error(
        `no button "${label}" among ${buttonsIn([cards, dialog])
          .map(({ title }) => title)
          .join(', ')}`,
      );
    const source = sourceOf(card, key, who);
    const { from, replyToId } = source;
    const data = sentWith(button, card, {});
    if (button.type === 'Action.Execute') {
      const { verb, title } = button as { verb: string; title: string };
      return seeing(key, who, executeAction(from, { verb, title, data, replyToId }), source);
    }
    const { msteams } = data as { msteams?: { type?: string } };
    if (msteams?.type === 'task/fetch') return seeing(key, who, taskFetch(from, data, replyToId), source);
    return seeing(key, who, submitInMessage(from, data, replyToId));
  };
  const place =
    (way: 'added' | 'removed'): Actions['install'] =>
    async (key, where, who = 'anna') => {
      const from = at(connector, key, who, where);
      const home = from.kind === 'channel' ? from.tenant.team.id : from.conversation;
      connector[way === 'added' ? 'install' : 'uninstall'](home);
      if (way === 'added' || from.kind !== 'personal') await send(membersChanged(from, way, 'bot'));
      await send(installationUpdate(from, way === 'added' ? 'add' : 'remove'));
    };
  const install = place('added');
  return {
    send,
    install,
    uninstall: place('removed'),
    type,
    press,
    link: async (key, ...organisations) => {
      await install(key, 'personal');
      await install(key, 'algemeen');
      const by = { actor: PROGRAM, at: app.now() };
      const { code } = await makeLinkCode(app.store, by, { organisations });
      const { text } = await type(key, 'anna', `koppel ${code}`);
      const linked = await app.store.get(tenantId('teams', connector.tenant(key).id));
      if (!linked?.organisations.length) throw new Error(`not linked: ${text}`);
    },
    submit: async (key, who, dialog, values) => {
      const buttons = buttonsIn(dialog);
      const main = buttons.length === 1 ? buttons[0] : buttons.find(({ style }) => style === 'positive');
      if (main === undefined) throw new Error('no button to send the dialog with');
      return sendDialog(key, who, dialog, main, values);
    },
    person: async (key, who) => {
      const { id, aadObjectId } = connector.person(key, who);
      const { id: tenant } = connector.tenant(key);
      for (const user of [aadObjectId, id]) {
        const found = user && (await app.store.personWith({ platform: 'teams', tenant, user }));
        if (found) return found;
      }
      throw new Error(`${who} has not met the bot in ${key}`);
    },
    change: async (id, more) => {
      await changeOne(app.store, { actor: PROGRAM, at: app.now() }, 'test', id, (old) => ({
        ...old,
        ...more,
      }));
    },
  };
}

/** What the button holds, and the inputs around it unless the button says that it leaves them alone. */
function sentWith(button: Json, card: Json, values: Values): Json {
  const inputs = button.associatedInputs === 'none' ? {} : inputValues(card, values);
  return { ...((button.data ?? {}) as Json), ...inputs };
}

function parsed(text: string): Json {
  return text === '' ? {} : (JSON.parse(text) as Json);
}
