import type { Installation, InstallationQuery, InstallationStore } from '@slack/bolt';
import { deriveKey, seal, unseal } from '../../../core/secrets.ts';
import type { Store } from '../../../domain/ports.ts';
import type { Installations } from '../../../domain/tenant/installations.ts';
import { tenantInstalled } from '../../../domain/tenant/manage-tenant.ts';

export interface InstallationStoreOptions {
  installations: Installations;
  encryptionKey: Buffer;
  store: Store;
  now: () => Temporal.Instant;
}

/** Bolt's store, and the bot's token of a workspace: undefined where the app is not installed. */
export interface KeptInstallations extends InstallationStore {
  tokenOf(tenant: string): Promise<string | undefined>;
}

/** Keeps each workspace's access encrypted, under its own id; an Enterprise Grid's under that of the whole Grid. */
export function installationStore(options: InstallationStoreOptions): KeptInstallations {
  const { installations, encryptionKey, store, now } = options;
  const key = deriveKey(encryptionKey, 'slack installations');
  const read = async (id: string | undefined): Promise<Installation | undefined> => {
    const sealed = id === undefined ? undefined : await installations.read(id);
    if (!sealed || id === undefined) return undefined;
    const opened = unseal(key, sealed, id);
    if (opened === undefined)
      throw new Error('the access of a workspace cannot be read: is ENCRYPTION_KEY another one?');
    return JSON.parse(opened) as Installation;
  };
  return {
    tokenOf: async (tenant) => (await read(tenant))?.bot?.token,
    storeInstallation: async (installation) => {
      const at = installation.isEnterpriseInstall ? installation.enterprise : installation.team;
      if (!at) throw new Error('the installation names no workspace');
      await installations.save(at.id, seal(key, JSON.stringify(installation), at.id));
      await tenantInstalled(store, now(), { platform: 'slack', tenant: at.id, name: at.name ?? at.id });
    },
    fetchInstallation: async (query) => {
      const found = (await read(ownId(query))) ?? (await read(query.enterpriseId));
      if (!found) throw new Error('the app is not installed there');
      return found;
    },
    deleteInstallation: async (query) => {
      const id = ownId(query);
      if (id !== undefined) await installations.remove(id);
    },
  };
}

function ownId({
  isEnterpriseInstall,
  enterpriseId,
  teamId,
}: InstallationQuery<boolean>): string | undefined {
  return isEnterpriseInstall ? enterpriseId : teamId;
}
