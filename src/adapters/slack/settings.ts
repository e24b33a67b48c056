/** How Slack and the program reach each other: over HTTP with many workspaces, or over Socket Mode with one. */
export type SlackSettings = (HttpSettings | SocketSettings) & {
  /** Where Slack's API is; Slack's own when not given. For tests. */
  apiUrl?: string;
};

export interface HttpSettings {
  mode: 'http';
  signingSecret: string;
  clientId: string;
  clientSecret: string;
  /** The access of each workspace is kept under a key derived from this. 32 bytes. */
  encryptionKey: Buffer;
}

export interface SocketSettings {
  mode: 'socket';
  /** App-level token with connections:write. */
  appToken: string;
  botToken: string;
  /** The outgoing proxy for its WebSocket, as an address; Node's own settings do not reach that. */
  proxyUrl?: string;
}

/** Where the API of Slack stands, with a slash at the end. */
export function apiUrlOf({ apiUrl = 'https://slack.com/api/' }: SlackSettings): string {
  return apiUrl.endsWith('/') ? apiUrl : `${apiUrl}/`;
}
