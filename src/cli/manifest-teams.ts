import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { commands } from '../../commands/index.ts';
import { appPackage, isAppPackage } from '../adapters/teams/package/app-package.ts';
import { SetupError } from '../core/errors.ts';
import { unfurlDomain } from '../core/unfurl-domain.ts';
import { manifestAddress } from './manifest-address.ts';
import { complain, DONE, print, UsageError } from './verb.ts';

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Writes the package that an administrator of Teams uploads. */
export async function manifestTeams(out: string | undefined): Promise<number> {
  if (!out) throw new UsageError('Say with --out where the package goes, such as --out teams-app.zip.');
  const clientId = clientIdOf(process.env.TEAMS_CLIENT_ID);
  const publicUrl = manifestAddress(process.env);
  const version = programVersion();
  refuseOtherFile(out);
  if (!publicUrl.startsWith('https:') || unfurlDomain(publicUrl) === undefined)
    complain(
      `Warning: PUBLIC_URL is ${publicUrl}, which Teams cannot call. Set PUBLIC_URL to an address with https: and a domain, and make the package again.`,
    );
  save(out, await appPackage({ clientId, publicUrl, version, commands }));
  print(`The package is in ${out}: version ${version}, for ${publicUrl}.`);
  return DONE;
}

function clientIdOf(given: string | undefined): string {
  const where = 'the Application (client) ID of the app in Microsoft Entra';
  if (!given) throw new UsageError(`Set TEAMS_CLIENT_ID to ${where}.`);
  if (!GUID.test(given))
    throw new UsageError(
      `TEAMS_CLIENT_ID is not ${where}: that looks like 01234567-89ab-cdef-0123-456789abcdef.`,
    );
  return given.toLowerCase();
}

function programVersion(): string {
  const file = new URL('../../package.json', import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}

/** An earlier package may be replaced; anything else that has this name was not meant. */
function refuseOtherFile(file: string): void {
  const isOther = existsSync(file) && !(statSync(file).isFile() && isAppPackage(readFileSync(file)));
  if (isOther) throw new UsageError(`${file} exists, and is no package of a Teams app. Choose another name.`);
}

function save(file: string, bytes: Uint8Array): void {
  try {
    writeFileSync(file, bytes);
  } catch (error) {
    throw new SetupError(`${file} cannot be written: ${(error as Error).message}.`);
  }
}
