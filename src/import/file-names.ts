import { relative, resolve, sep } from 'node:path';

/** How records name a file of the calendar folder, wherever that folder is: `calendars/series/emma.yaml`. */
export function originName(folder: string, path: string): string | undefined {
  const inside = relative(resolve(folder), resolve(path));
  return isInside(inside) ? `calendars/${inside.split(sep).join('/')}` : undefined;
}

/** How messages name a file: short when it is under the folder one works in, else in full. */
export function shownPath(path: string): string {
  const near = relative(process.cwd(), resolve(path));
  return isInside(near) ? near.split(sep).join('/') : resolve(path);
}

function isInside(path: string): boolean {
  return path !== '' && path !== '..' && !path.startsWith(`..${sep}`) && !path.startsWith(sep);
}
