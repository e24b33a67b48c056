/** How Teams and the program reach each other. */
export interface TeamsSettings {
  /** The Entra app, which is the bot's id as well. */
  clientId: string;
  /** Undefined only where nothing is authenticated. */
  clientSecret: string | undefined;
  /** The tenant that the Azure Bot is registered in: its tokens come from there. */
  tenantId: string | undefined;
  /** Takes every request as true and asks for no token. For tests, never in production. */
  unauthenticated: boolean;
  /** Where the keys of the Bot Connector are told; Microsoft's own when not given. For tests. */
  openIdMetadataUrl?: string;
  /** Gives the token for answers, in the place of Entra. For tests. */
  token?: () => Promise<string>;
}
