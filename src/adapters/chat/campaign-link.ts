/** The campaign whose page an address is, by the part of its id after the slash; undefined for any other address. */
export function campaignIn(url: string, publicUrl: string): string | undefined {
  const parsed = URL.parse(url);
  const base = new URL(publicUrl);
  if (!parsed || parsed.origin !== base.origin) return undefined;
  const path = base.pathname.replace(/\/$/, '');
  return new RegExp(`^${RegExp.escape(path)}/campagnes/([a-z0-9][a-z0-9.~_-]{0,119})$`).exec(
    parsed.pathname,
  )?.[1];
}
