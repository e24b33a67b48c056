import type { z } from 'zod';
import type { IdSource } from '../core/ids.ts';
import type { Locale } from '../core/locale.ts';
import type { Actor } from '../domain/access/actor.ts';
import type { Scope } from '../domain/access/visibility.ts';
import type { By } from '../domain/change-one.ts';
import type { Outbox } from '../domain/delivery/outbox.ts';
import type { Drafts } from '../domain/draft/drafts.ts';
import type { InsightQuery } from '../domain/insight/query.ts';
import type { NudgeStore } from '../domain/nudge/nudge-store.ts';
import type { NudgeRules } from '../domain/nudge/rule.ts';
import type { Store } from '../domain/ports.ts';
import type { Profile } from '../domain/tenant/account.ts';
import type { Standing } from '../domain/tenant/who-asks.ts';
import type { Translate } from '../i18n/translate.ts';
import type { Confirm, Message, Reply } from '../reply/reply.ts';

/** The bot's own messages: what it reminds of and by which rules, and what waits or was sent. */
export interface Messages {
  nudges: NudgeStore;
  outbox: Outbox;
  rules: NudgeRules;
  /** True while the program is tried out: who has no address reads messages on the console. */
  console: boolean;
}

/** Where someone asks from, when that is a chat platform. */
export interface Origin {
  platform: 'slack' | 'teams';
  /** The Slack workspace (or Enterprise Grid organisation), or the Teams tenant. */
  tenant: string;
  user: string;
  /** The channel, when it is not a private conversation. */
  channel?: { id: string; name?: string };
  /** Whether this person may ask anything here; see domain/tenant/who-asks.ts. */
  standing: Standing;
  /** What the platform tells of the asker. */
  profile: () => Promise<Profile>;
}

/** Everything that a command may use. It has no other way to the world. */
export interface Context {
  actor: Actor;
  /** What may be read in this answer: in a channel only what everyone there may see. */
  scope: Scope;
  audience: Message['audience'];
  now: Temporal.Instant;
  today: Temporal.PlainDate;
  locale: Locale;
  t: Translate;
  store: Store;
  ids: IdSource;
  /** Where the pages and feeds are, without a slash at the end. */
  publicUrl: string;
  /** What the bot sends by itself: nudges and the queue that carries them. */
  messages: Messages;
  /** Forms that were begun and not sent. */
  drafts: Drafts;
  /** The address of the asker's own timeline picture; undefined where no picture can be shown. */
  timelineUrl: (actor: Actor) => string | undefined;
  /** The address of a picture or a file for this coordinator; undefined where none can be given. */
  insightUrl: (actor: Actor, query: InsightQuery, kind: 'png' | 'csv') => string | undefined;
  /** Undefined on the console, in a mail and on the command line. */
  from: Origin | undefined;
  /** Optional arguments that a form showed and that were emptied, rather than never asked. */
  emptied: ReadonlySet<string>;
  /** Who changes what, when, and from which version: to hand to a domain service. */
  by: By;
}

/** Who may give a command; `anyone` includes someone whose workspace is not linked. */
export type Access = 'anyone' | 'reader' | 'partner' | 'coordinator';

/** A command is a value: the grammar, the forms, the help and the documents are all made from it. */
export interface Command<A extends z.ZodObject = z.ZodObject> {
  name: string;
  /** The infinitive, the English word and such. */
  aliases: readonly string[];
  access: Access;
  args: A;
  /** Words to try it with, as typed after the command's name; the first one is shown in help. */
  examples: readonly string[];
  /** Which argument names the record whose version a button or form carries. */
  subject?: string;
  /**
   * What the form starts from, over what was typed: the record as it is now. A value for the subject itself says
   * which record the form is about instead.
   */
  prefill?: (
    context: Context,
    args: Readonly<Record<string, unknown>>,
  ) => Promise<Readonly<Record<string, FieldValue>>>;
  /** What to warn of before saving; undefined when there is nothing to say. */
  preview?: (context: Context, args: z.infer<A>) => Promise<Confirm | undefined>;
  run: (context: Context, args: z.infer<A>) => Promise<Reply>;
}

/** A field's value as text: what forms hold, buttons carry and the grammar reads. */
export type FieldValue = string | readonly string[];

/** Someone asks for a command, from whatever surface. */
export interface Request {
  command: string;
  /** An empty value means that what stood there is to be taken away; a name that is absent was not asked. */
  args: Readonly<Record<string, FieldValue>>;
  /** The version of the subject that the asker saw. */
  version?: number;
  /** The preview was seen and agreed to. */
  confirmed?: boolean;
  /** Show the form first, filled with `args`. */
  opensForm?: boolean;
  /** The whole line, when its first word is no command: perhaps it is a name. */
  line?: string;
  /** Names this submission, so that a repeated one acts once. */
  key?: string;
}

/** Gives the command as it is; its arguments' types follow from its schema. */
export function defineCommand<A extends z.ZodObject>(command: Command<A>): Command {
  return command as unknown as Command;
}
