import type { Account } from '../../domain/tenant/account.ts';
import { accountGone } from '../../domain/tenant/account-gone.ts';
import type { ChatOptions } from './options.ts';

/** Signs an account off and hands over what was its person's; the log tells when that was the last coordinator. */
export async function endAccount({ store, now, log }: ChatOptions, account: Account): Promise<void> {
  const result = await accountGone(store, now(), account);
  if (result === 'last-coordinator')
    log.error(
      { tenant: account.tenant },
      'the last coordinator’s account was switched off: make another one',
    );
}
