import fc, { type Arbitrary } from 'fast-check';
import type {
  Action,
  Choice,
  Confirm,
  Field,
  FormField,
  FormReply,
  ListItem,
  Message,
  Reply,
  Section,
  Span,
  Text,
} from '../../src/reply/reply.ts';

const ESC = String.fromCharCode(0x1b);

/** Texts that break renderers: markup of every platform, controls, huge words, piled-up marks. */
export const NASTY_TEXTS: readonly string[] = [
  '',
  '   ',
  '\n\n',
  '<!channel> <!here> @channel @everyone <@U012AB3CD> <#C012AB3CD|x> <!subteam^S1>',
  '*vet* _schuin_ ~door~ `code` ```blok``` > citaat',
  '[klik hier](http://evil.example) ![x](http://evil.example/x.png) <http://evil.example|bank.nl>',
  '<at>Iedereen</at> {{DATE(2027-01-01, SHORT)}} &lt;b&gt; &amp;',
  '<script>alert(1)</script><img src=x onerror=alert(1)>" onmouseover="x" \'',
  '=HYPERLINK("http://evil.example") +1 -1 @SUM(A1)',
  `${ESC}[31mrood${ESC}[0m ${ESC}]8;;http://evil.example${String.fromCharCode(7)}link${ESC}]8;;${String.fromCharCode(7)} \u0000\u0008\u009b2J\u0085`,
  '\u202Egnp.exe\u202C \u2066x\u2069 \u200F\u061C',
  'שלום עולם مرحبا بالعالم',
  '👩‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿🇳🇱é'.repeat(3),
  `z${'\u0301'.repeat(400)}`,
  '\uD800 half \uDC00',
  '- lijst\n1. nummer\n# kop\n> citaat',
  'a\tb\r\nc\u2028d',
  'x'.repeat(5000),
  '👍🏽'.repeat(1500),
  'Fraudeurs bellen je zogenaamd namens je bank. '.repeat(150),
];

const word = fc.constantFrom(
  'Week',
  'van',
  'de',
  'Veiligheid',
  '2027',
  'politie.nl',
  'nepmail',
  'één',
  'geldezel',
);
const usual = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(' '));

/** Mostly the texts that people write, now and then one that nobody should. */
export const anyText: Arbitrary<string> = fc.oneof(
  { weight: 12, arbitrary: usual },
  { weight: 4, arbitrary: fc.constantFrom(...NASTY_TEXTS) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
);

const href = fc.constantFrom(
  'https://www.politie.nl/aangifte?x=1&y=2',
  'http://evil.example/',
  '/campagnes/week-van-de-veiligheid-2027',
  'mailto:info@example.nl',
  'tel:+31701234567',
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  '//evil.example/x',
  '/\\evil.example',
  ' https://a.example/"onclick="x',
  `https://long.example/${'a'.repeat(4000)}`,
  'geen adres',
);
const span: Arbitrary<Span> = fc.record(
  { text: anyText, strong: fc.boolean(), href },
  { requiredKeys: ['text'] },
);
const richText: Arbitrary<Text> = fc.oneof(
  { weight: 3, arbitrary: anyText },
  { weight: 1, arbitrary: fc.array(span, { maxLength: 4 }) },
);

const name = fc.stringMatching(/^[a-z][a-z-]{0,14}$/);
const args = fc.dictionary(name, fc.oneof(anyText, fc.array(anyText, { maxLength: 3 })), {
  maxKeys: 3,
  noNullPrototype: true,
});
const version = fc.nat({ max: 1000 });

/** Any button. */
export const anyAction: Arbitrary<Action> = fc.record(
  {
    label: anyText,
    command: fc.constantFrom('verzet', 'bekijk', 'doe-mee', 'mijn-gegevens'),
    args,
    version,
    confirmed: fc.boolean(),
    style: fc.constantFrom('primary' as const, 'danger' as const),
    opensForm: fc.boolean(),
  },
  { requiredKeys: ['label', 'command', 'args'] },
);

/** Short lists as a rule, long ones now and then. */
function several<T>(item: Arbitrary<T>, usually: number, extreme: number): Arbitrary<T[]> {
  return fc.oneof(
    { weight: 12, arbitrary: fc.array(item, { maxLength: usually }) },
    { weight: 1, arbitrary: fc.array(item, { minLength: extreme, maxLength: extreme, size: 'max' }) },
  );
}

const field: Arbitrary<Field> = fc.record({ label: anyText, value: richText });
const item: Arbitrary<ListItem> = fc.record(
  {
    title: richText,
    lines: fc.array(richText, { maxLength: 3 }),
    actions: fc.array(anyAction, { maxLength: 3 }),
  },
  { requiredKeys: ['title', 'lines'] },
);
const table = fc.integer({ min: 0, max: 23 }).chain((width) =>
  fc.record({
    type: fc.constant('table' as const),
    caption: anyText,
    columns: fc.array(anyText, { minLength: Math.min(width, 6), maxLength: width }),
    rows: several(fc.array(richText, { maxLength: width }), 6, 120),
  }),
);
const notice = fc.record({
  type: fc.constant('notice' as const),
  tone: fc.constantFrom('info' as const, 'success' as const, 'warning' as const, 'error' as const),
  text: richText,
});

/** Any section of a message. */
export const anySection: Arbitrary<Section> = fc.oneof(
  fc.record({ type: fc.constant('text' as const), text: richText }),
  fc.record({ type: fc.constant('heading' as const), text: anyText }),
  notice,
  fc.record({ type: fc.constant('fields' as const), fields: several(field, 5, 60) }),
  table,
  fc.record({ type: fc.constant('list' as const), items: several(item, 5, 200) }),
  fc.record({ type: fc.constant('image' as const), url: href, alt: anyText }),
  fc.record({ type: fc.constant('actions' as const), actions: several(anyAction, 4, 40) }),
);

/** Any message. */
export const anyMessage: Arbitrary<Message> = fc.record(
  {
    type: fc.constant('message' as const),
    title: anyText,
    sections: several(anySection, 6, 40),
    audience: fc.constantFrom('private' as const, 'channel' as const),
    next: anyAction,
  },
  { requiredKeys: ['type', 'title', 'sections', 'audience'] },
);

const optionValue = fc.oneof(
  { weight: 8, arbitrary: fc.stringMatching(/^[a-z]{2,8}\/[a-z0-9-]{1,20}$/) },
  { weight: 1, arbitrary: anyText },
);
const options = several(fc.record({ value: optionValue, label: anyText }), 8, 300);
const formField: Arbitrary<FormField> = fc
  .record(
    {
      name,
      label: anyText,
      required: fc.boolean(),
      input: fc.constantFrom(
        ...([
          'text',
          'long-text',
          'date',
          'time',
          'period',
          'number',
          'flag',
          'select',
          'multi-select',
          'url',
        ] as const),
      ),
      hint: anyText,
      options,
      searchKinds: fc.constant(['campaign', 'person']),
      value: fc.oneof(
        anyText,
        fc.constantFrom(
          '2027-10-04',
          'okt 2027',
          '2027-10-04 t/m 2027-10-10',
          '08:30',
          '25:00',
          '12',
          '1e999',
          'ja',
          'https://example.nl',
        ),
        fc.array(anyText, { maxLength: 3 }),
      ),
      error: anyText,
    },
    { requiredKeys: ['name', 'label', 'required', 'input'] },
  )
  .chain((made) => {
    const first = made.options?.[0]?.value;
    return first === undefined ? fc.constant(made) : fc.constantFrom(made, { ...made, value: first });
  });

/** Any form; the names of its fields differ, as those of a command do. */
export const anyForm: Arbitrary<FormReply> = fc.record(
  {
    type: fc.constant('form' as const),
    title: anyText,
    intro: anyText,
    command: fc.constantFrom('verzet', 'nieuwe-campagne'),
    fields: several(formField, 8, 120).map((fields) =>
      fields.map((made, index) => ({ ...made, name: `${made.name}${index}` })),
    ),
    submitLabel: anyText,
    version,
  },
  { requiredKeys: ['type', 'title', 'command', 'fields', 'submitLabel'] },
);

const choice: Arbitrary<Choice> = fc.record({
  type: fc.constant('choice' as const),
  question: anyText,
  options: several(
    fc.record({ label: anyText, detail: anyText, action: anyAction }, { requiredKeys: ['label', 'action'] }),
    8,
    200,
  ),
});
const confirm: Arbitrary<Confirm> = fc.record({
  type: fc.constant('confirm' as const),
  title: anyText,
  draft: several(field, 8, 60),
  warnings: fc.array(anySection, { maxLength: 3 }),
  confirm: anyAction,
  alternatives: fc.array(anyAction, { maxLength: 4 }),
});

/** Any reply at all, from empty to far too much. */
export function arbitraryReply(): Arbitrary<Reply> {
  return fc.oneof({ weight: 3, arbitrary: anyMessage }, anyForm, choice, confirm);
}
