import type { ChatPlatform } from './tenant.ts';

/** Someone's account on a chat platform; the platform vouches for it with each request. */
export interface Account {
  platform: ChatPlatform;
  tenant: string;
  user: string;
}

/** What the platform tells of an account. */
export interface Profile {
  name: string;
  locale: 'nl' | 'en';
  /** IANA name; undefined when it is not told or not known here. */
  zone: string | undefined;
  /** A guest, or someone of a connected workspace: has no rights from this one. */
  guest: boolean;
  /** For certain no member any more: switched off, or turned into a guest's. */
  signedOff: boolean;
}
