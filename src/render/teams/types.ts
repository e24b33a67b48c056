/** The part of Adaptive Cards 1.5 that we use. Teams itself shows nothing newer everywhere. */
export interface AdaptiveCard {
  type: 'AdaptiveCard';
  $schema: string;
  version: '1.5';
  fallbackText: string;
  body: CardElement[];
  /** Read by Teams only and no part of the schema: strip it before validating. */
  msteams?: { width: 'Full' };
}

export type CardElement = TextBlock | RichTextBlock | Image | Table | ActionSet | CardInput;

export interface TextBlock {
  type: 'TextBlock';
  text: string;
  wrap: true;
  size?: 'large' | 'medium';
  weight?: 'bolder';
  style?: 'heading';
  spacing?: 'large';
}

export interface RichTextBlock {
  type: 'RichTextBlock';
  inlines: TextRun[];
  spacing?: 'none' | 'small' | 'medium' | 'large';
  separator?: boolean;
}

export interface TextRun {
  type: 'TextRun';
  text: string;
  weight?: 'bolder';
  size?: 'large' | 'medium';
  color?: 'attention' | 'warning' | 'good' | 'accent';
  isSubtle?: boolean;
  selectAction?: OpenUrl;
}

export interface Image {
  type: 'Image';
  url: string;
  altText: string;
  size: 'auto';
}

export interface Table {
  type: 'Table';
  columns: { width: number }[];
  firstRowAsHeader: true;
  rows: TableRow[];
}

export interface TableRow {
  type: 'TableRow';
  cells: { type: 'TableCell'; items: RichTextBlock[] }[];
}

export interface ActionSet {
  type: 'ActionSet';
  actions: CardAction[];
  separator?: true;
  spacing?: 'medium';
}

export type CardAction = Execute | Submit;
export type ActionData = Readonly<Record<string, string | { type: 'task/fetch' }>>;

interface Pressable {
  title: string;
  style?: 'positive' | 'destructive';
  data: ActionData;
}

export interface Execute extends Pressable {
  type: 'Action.Execute';
  verb: string;
  fallback: Submit;
}

export interface Submit extends Pressable {
  type: 'Action.Submit';
}

export interface OpenUrl {
  type: 'Action.OpenUrl';
  url: string;
}

interface InputBase {
  id: string;
  label: string;
  isRequired?: true;
  errorMessage?: string;
}

export type CardInput =
  | (InputBase & { type: 'Input.Text'; value?: string; isMultiline?: true; style?: 'url' })
  | (InputBase & { type: 'Input.Date' | 'Input.Time'; value?: string })
  | (InputBase & { type: 'Input.Number'; value?: number })
  | (InputBase & { type: 'Input.Toggle'; title: string; value: string; valueOn: string; valueOff: string })
  | (InputBase & {
      type: 'Input.ChoiceSet';
      choices: CardChoice[];
      style: 'compact' | 'expanded' | 'filtered';
      /** Read by Teams and no part of the 1.5 schema: what to search while somebody types. */
      'choices.data'?: { type: 'Data.Query'; dataset: string };
      isMultiSelect?: true;
      value?: string;
      placeholder?: string;
      wrap?: true;
    });

export interface CardChoice {
  title: string;
  value: string;
}
