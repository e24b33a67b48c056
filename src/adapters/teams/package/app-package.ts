import { unzipSync, zipSync } from 'fflate';
import { appIcons } from './icons.ts';
import { localisedTexts } from './localised-texts.ts';
import { FILES, languageFile, OTHER_LOCALES, type PackageOptions, teamsManifest } from './manifest.ts';

/** A fixed day, so that the same app is the same file. A zip file knows no time before 1980. */
const MADE = '1980-01-01T00:00:00';

/** The zip file that an administrator uploads: the manifest, both icons, and a file for each other language. */
export async function appPackage(options: PackageOptions): Promise<Uint8Array> {
  const { color, outline } = await appIcons();
  const languages = OTHER_LOCALES.map((locale) => [
    languageFile(locale),
    asJson(localisedTexts(teamsManifest(options, locale))),
  ]);
  return zipSync(
    {
      [FILES.manifest]: asJson(teamsManifest(options)),
      [FILES.color]: color,
      [FILES.outline]: outline,
      ...Object.fromEntries(languages),
    },
    { mtime: MADE },
  );
}

/** Whether these bytes are the package of a Teams app, ours or another: a zip file with a manifest in it. */
export function isAppPackage(bytes: Uint8Array): boolean {
  try {
    return Object.keys(unzipSync(bytes, { filter: ({ name }) => name === FILES.manifest })).length > 0;
  } catch {
    return false;
  }
}

function asJson(value: object): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`);
}
