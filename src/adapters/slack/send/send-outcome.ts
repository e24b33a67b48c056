import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api';
import type { SendResult } from '../../../domain/delivery/platform.ts';

/** The workspace is closed to us: uninstalled, withdrawn, or switched off. */
const DEAD_TENANT = new Set([
  'account_inactive',
  'token_revoked',
  'invalid_auth',
  'not_authed',
  'token_expired',
]);

/** This person or channel cannot be reached, and will not be tomorrow. */
const CLOSED = new Set([
  // One workspace of an Enterprise Grid; the others are open.
  'team_access_not_granted',
  ...['channel_not_found', 'user_not_found', 'user_disabled', 'users_not_found', 'not_in_channel'],
  ...['is_archived', 'cannot_dm_bot', 'messages_tab_disabled', 'restricted_action', 'user_not_visible'],
  ...['restricted_action_read_only_channel', 'restricted_action_thread_only_channel', 'ekm_access_denied'],
]);

/** Nothing can be posted below that message; in the conversation it can. */
const THREAD_GONE = new Set([
  ...['cannot_reply_to_message', 'thread_not_found', 'message_not_found'],
  ...['thread_locked_from_replies', 'restricted_action_thread_locked'],
]);

/** Slack's own trouble: nothing was posted. */
const LATER = new Set([
  'ratelimited',
  'rate_limited',
  'service_unavailable',
  'team_added_to_org',
  'org_login_required',
]);

/** Slack may have posted all the same. */
const UNCLEAR = new Set(['fatal_error', 'internal_error', 'request_timeout']);

/** Whether an error says that the workspace is closed to us. */
export function isDeadTenant(error: unknown): boolean {
  return error instanceof WebAPIPlatformError && DEAD_TENANT.has(error.data.error);
}

/** Whether an error says that nothing can stand below an earlier message any more. */
export function isThreadGone(error: unknown): boolean {
  return error instanceof WebAPIPlatformError && THREAD_GONE.has(error.data.error);
}

/** Whether an error says that this conversation cannot be read by us, now or later. */
export function cannotBeRead(error: unknown): boolean {
  if (!(error instanceof WebAPIPlatformError)) return false;
  const { error: code } = error.data;
  return code === 'missing_scope' || DEAD_TENANT.has(code) || CLOSED.has(code);
}

/** What a failed post means for the delivery. */
export function failedPost(error: unknown): SendResult {
  if (error instanceof WebAPIRateLimitedError)
    return { type: 'busy', seconds: error.retryAfter, scope: 'tenant', reason: 'ratelimited' };
  if (error instanceof WebAPIPlatformError) return platformResult(error.data.error);
  // A server error may come after the post; so may a broken connection.
  if (error instanceof WebAPIHTTPError)
    return error.statusCode >= 500
      ? { type: 'unclear', reason: `answered ${error.statusCode}` }
      : { type: 'refused', reason: `answered ${error.statusCode}` };
  if (error instanceof WebAPIRequestError) return { type: 'unclear', reason: reasonOf(error.original) };
  return { type: 'unclear', reason: reasonOf(error) };
}

function platformResult(code: string): SendResult {
  if (DEAD_TENANT.has(code) || CLOSED.has(code)) return { type: 'closed', reason: code };
  if (LATER.has(code)) return { type: 'busy', scope: 'tenant', reason: code };
  if (UNCLEAR.has(code)) return { type: 'unclear', reason: code };
  return { type: 'refused', reason: code };
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message.slice(0, 150) : 'unknown';
}
