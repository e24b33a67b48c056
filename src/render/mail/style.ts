/**
 * The looks of a mail. Outlook lays mail out with Word: it knows tables, inline styles and widths in
 * attributes, and no style sheets, floats, maximum widths or rounded corners (it leaves those out).
 */
const FONT = 'font-family:Segoe UI,Arial,Helvetica,sans-serif;';
const INK = '#1b2733';
const SOFT = '#4a5a6a';
export const BRAND = '#154273';
export const LINE = '#d5dce3';
export const PAPER = '#f4f6f8';
export const WIDTH = 600;

export const STYLE = {
  body: `margin:0;padding:0;background-color:${PAPER};`,
  text: `margin:0 0 12px 0;${FONT}font-size:16px;line-height:24px;color:${INK};`,
  line: `margin:0 0 4px 0;${FONT}font-size:15px;line-height:22px;color:${INK};`,
  soft: `margin:0 0 8px 0;${FONT}font-size:13px;line-height:20px;color:${SOFT};`,
  brand: `margin:0;${FONT}font-size:14px;line-height:20px;font-weight:bold;color:${BRAND};`,
  title: `margin:0 0 16px 0;${FONT}font-size:24px;line-height:30px;font-weight:bold;color:${INK};`,
  heading: `margin:20px 0 8px 0;${FONT}font-size:18px;line-height:24px;font-weight:bold;color:${BRAND};`,
  itemTitle: `margin:0 0 4px 0;${FONT}font-size:16px;line-height:22px;font-weight:bold;color:${INK};`,
  label: `padding:4px 16px 4px 0;${FONT}font-size:15px;line-height:22px;font-weight:normal;color:${SOFT};`,
  value: `padding:4px 0;${FONT}font-size:15px;line-height:22px;color:${INK};`,
  head: `padding:6px 12px 6px 0;border-bottom:2px solid ${LINE};${FONT}font-size:14px;line-height:20px;font-weight:bold;color:${SOFT};`,
  cell: `padding:6px 12px 6px 0;border-bottom:1px solid ${LINE};${FONT}font-size:15px;line-height:22px;font-weight:normal;color:${INK};`,
  link: 'color:#0b5394;text-decoration:underline;',
  button: `${FONT}font-size:15px;line-height:20px;font-weight:bold;text-decoration:none;display:inline-block;`,
} as const;

/** The background and the side line of a notice. */
export const TONES = {
  info: ['#e8f1fa', '#1f6cb0'],
  success: ['#e6f4ea', '#1e7b34'],
  warning: ['#fff5dc', '#a05a00'],
  error: ['#fdecea', '#b3261e'],
} as const;

/** The background, the border and the text of a button. */
export const BUTTONS = {
  primary: [BRAND, BRAND, '#ffffff'],
  plain: ['#ffffff', BRAND, BRAND],
  danger: ['#ffffff', '#b3261e', '#b3261e'],
} as const;

/** The attributes of a table that only lays things out: screen readers pass over it. */
export const LAYOUT = 'role="presentation" border="0" cellpadding="0" cellspacing="0"';
