import { LOCALISATION_SCHEMA, type TeamsManifest } from './manifest.ts';

/** The parts of a manifest whose texts people read, and how those texts are called there. */
const PARTS = ['name', 'description', 'bots', 'composeExtensions'] as const;
const TEXTS: ReadonlySet<string> = new Set(['short', 'full', 'title', 'description']);

/** A language file for the package: every text of this manifest, by its place, as `bots[0].commandLists[1]…`. */
export function localisedTexts(manifest: TeamsManifest): Record<string, string> {
  const found: Record<string, string> = { $schema: LOCALISATION_SCHEMA };
  const visit = (value: unknown, place: string, name: string): void => {
    if (Array.isArray(value)) value.forEach((item, index) => void visit(item, `${place}[${index}]`, name));
    else if (typeof value === 'object' && value !== null)
      for (const [key, inner] of Object.entries(value)) visit(inner, `${place}.${key}`, key);
    else if (typeof value === 'string' && TEXTS.has(name)) found[place] = value;
  };
  for (const part of PARTS) visit(manifest[part], part, part);
  return found;
}
