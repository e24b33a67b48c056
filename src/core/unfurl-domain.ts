/** The domain of which links get a card; undefined when no chat platform would take it: an address in figures, or no real name. */
export function unfurlDomain(publicUrl: string): string | undefined {
  const { hostname } = new URL(publicUrl);
  return /\.[a-z][a-z0-9-]*$/.test(hostname) && !hostname.startsWith('[') ? hostname : undefined;
}
