/**
 * What someone typed, out of Slack's markup: `&amp;` and such as they were typed, links and addresses as their text,
 * mentions of people and channels as their names, and without the mention of the bot that a line begins with.
 */
export function typedText(text: string): string {
  return text
    .replace(/^\s*<@[A-Z0-9]+(?:\|[^>]*)?>[\s,:]*/, '')
    .replaceAll(/<([@#!])([^>|]+)(?:\|([^>]*))?>/g, (_whole, sign: string, id: string, name?: string) =>
      name ? `${sign === '!' ? '' : sign}${name}` : `${sign}${id}`,
    )
    .replaceAll(
      /<(?:mailto:|tel:)([^>|]+)(?:\|([^>]*))?>/g,
      (_whole, to: string, label?: string) => label || to,
    )
    .replaceAll(/<([^>|]+)(?:\|([^>]*))?>/g, (_whole, url: string, label?: string) =>
      label && url.replace(/^https?:\/\//, '').startsWith(label) ? label : url,
    )
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
