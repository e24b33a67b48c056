/** The least that works; docs/slack.md says of each why, and a test holds both together. */
export const SLACK_SCOPES = [
  'commands',
  'chat:write',
  'app_mentions:read',
  'im:history',
  'im:write',
  'users:read',
  'links:read',
  'links:write',
] as const;

/** With these a message to a channel can be looked up after a failure, so that it is never sent twice. */
export const OPTIONAL_SCOPES = ['channels:history', 'groups:history'] as const;
