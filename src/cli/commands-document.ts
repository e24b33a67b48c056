import { fieldsOf } from '../command/bind.ts';
import type { Access, Command } from '../command/command.ts';
import type { FieldInfo } from '../command/fields.ts';
import { hasMessage, translator } from '../i18n/translate.ts';

const nl = translator('nl');
const en = translator('en');

const WHO: Record<Access, string> = {
  anyone: 'anyone',
  reader: 'readers, partners and coordinators',
  partner: 'partners and coordinators',
  coordinator: 'coordinators',
};

const INPUT: Record<FieldInfo['input'], string> = {
  text: 'one line of text',
  'long-text': 'text of several lines',
  date: 'a day',
  time: 'a time of day',
  period: 'a period',
  'period-text': 'a period',
  number: 'a whole number',
  flag: 'on or off',
  choice: 'one of',
  ref: 'a name or id:',
  refs: 'names or ids, with commas between them:',
  url: 'a web address',
  nudge: 'the id of a reminder, as it stands behind its buttons',
};

/** docs/commands.md: how commands are typed, each command, and the shape of replies as JSON. */
export function commandsDocument(commands: readonly Command[]): string {
  return [HEAD, ...commands.map(commandPart), JSON_PART].join('\n');
}

function commandPart(command: Command): string {
  const fields = fieldsOf(command).filter(({ info }) => !info.hidden || info.positional);
  const words = fields.filter(({ info }) => info.positional).map(({ name }) => `\`${name}\``);
  return [
    `### ${command.name}`,
    '',
    `${textOf(nl, `command.${command.name}.summary`)}.  `,
    `*${textOf(en, `command.${command.name}.summary`)}.*`,
    '',
    ...(command.aliases.length > 0
      ? [`- Also: ${command.aliases.map((one) => `\`${one}\``).join(', ')}`]
      : []),
    `- Who: ${WHO[command.access]}`,
    ...(words.length > 0 ? [`- Words without a name go to: ${words.join(', then ')}`] : []),
    ...(command.preview ? ['- First shows what would happen; `--akkoord` does it at once'] : []),
    '',
    ...(fields.length > 0 ? [...tableOf(fields), ''] : []),
    '```',
    ...command.examples.map((example) => `${command.name} ${example}`.trim()),
    '```',
    '',
  ].join('\n');
}

function tableOf(fields: readonly { name: string; info: FieldInfo }[]): string[] {
  return [
    '| argument | also | meaning | value |',
    '|---|---|---|---|',
    ...fields.map(({ name, info }) => {
      const typed = info.input === 'flag' ? `\`--${name}\`` : `\`${name}:\``;
      const also = info.names.map((one) => `\`${one}\``).join(', ');
      const label = textOf(nl, `field.${name}`);
      const value = `${meaningOf(info)}${info.required ? '; needed' : ''}`;
      return `| ${typed} | ${also} | ${label} | ${value} |`.replaceAll('  ', ' ');
    }),
  ];
}

function meaningOf({ input, options, kinds }: FieldInfo): string {
  if (input === 'choice') return `${INPUT.choice} ${options.map((one) => `\`${one}\``).join(', ')}`;
  return input === 'ref' || input === 'refs' ? `${INPUT[input]} ${kinds.join(' or ')}` : INPUT[input];
}

function textOf(t: typeof nl, key: string): string {
  return hasMessage(key) ? t(key).replace(/\.$/, '') : key.replace(/^(field|command)\./, '');
}

const HEAD = `<!-- Made from the definitions by "npm run -s campagneregie -- docs commands". Do not edit it by hand. -->

# Commands

Every command works in the same way in a terminal, in the console, in Slack and in Teams. Names are
Dutch; the English name and the infinitive are aliases. A command that is typed wrongly offers the nearest ones.

## How a line is read

- The **first word** is the command, with or without a slash: \`kalender\`, \`/kalender\`. Capitals and accents make
  no difference. A line that is only the name of a campaign shows that campaign.
- **Words** go to the arguments that take words without a name, in their order; the last of these takes the rest.
- **\`name:value\`** gives an argument by its name or by one of its other names: \`doelgroep:senioren\`. There is no
  space around the colon. Several values have commas between them: \`vorm:phishing,spoofing\`.
- **Quotes** keep words together: \`titel:"Praatje bij de bank"\`. Both \`"\` and \`'\` will do, at the start of a word or
  value; within double quotes \`\\"\` is a quote and \`\\\\\` a backslash.
- **\`--flag\`** turns something on: \`--acties\`. \`--name:value\` and \`--name=value\` are the same as \`name:value\`.
- **\`--akkoord\`** (\`--agree\`) saves at once what would first be shown with its warnings.
- **\`versie:<number>\`** (\`version:\`) says which version of the record you saw; if it was changed since, you are
  shown both. Buttons and forms send it by themselves.
- A **day** or **period** is written as people do, in Dutch or English: \`11 t/m 17 oktober 2027\`, \`okt-nov\`,
  \`Q4 2027\`, \`week 41\`, \`volgende maand\`, \`next week\`, \`2027-10-11..2027-10-17\`. Without a year it is the next one.
- A **name** may be a part of it; when it can mean several things you are asked which. An id always works.
- A line has at most 20,000 characters.

## The commands
`;

const JSON_PART = `## Replies as JSON

\`npm run -s campagneregie -- run --as <person> --json "<command text>"\` prints one JSON object:

\`\`\`
{ "reply": Reply }
{ "reply": Reply, "surface": "slack" | "teams" | "html" | "text", "rendered": ... }   with --surface
\`\`\`

\`rendered\` is what that surface would get: Slack's \`text\` and \`blocks\` (and, of a form, the \`views\` that its button
opens), an Adaptive Card, or a string. A \`Reply\` is one of four (see \`src/reply/reply.ts\`):

\`\`\`
Message  { "type": "message", "title", "audience": "private" | "channel", "sections": Section[], "next"?: Action }
Form     { "type": "form", "title", "intro"?, "command", "fields": FormField[], "submitLabel", "version"? }
Choice   { "type": "choice", "question", "options": { "label", "detail"?, "action": Action }[] }
Confirm  { "type": "confirm", "title", "draft": Field[], "warnings": Section[], "confirm": Action, "alternatives": Action[] }

Section  { "type": "text", "text": Text } | { "type": "heading", "text" }
       | { "type": "notice", "tone": "info" | "success" | "warning" | "error", "text": Text }
       | { "type": "fields", "fields": Field[] } | { "type": "table", "caption", "columns", "rows": Text[][] }
       | { "type": "list", "items": { "title": Text, "lines": Text[], "actions"?: Action[] }[] }
       | { "type": "image", "url", "alt" } | { "type": "actions", "actions": Action[] }
Action   { "label", "command", "args": { name: string | string[] }, "version"?, "confirmed"?, "opensForm"?, "style"? }
Field    { "label", "value": Text }
Text     string | { "text", "strong"?, "href"? }[]
\`\`\`

The exit code of \`run\` is 0 when there was an answer; a preview that wants confirming and a question back are answers
too. It is 1 when it was refused (a message with a notice of tone \`error\`) or when an argument was wrong (a form with
an \`error\` beside a field); the reply is printed all the same. It is 2 when \`run\` itself was called wrongly.
`;
