/** Where Teams lets the bot write: to a person, in a channel, or in a group chat. */
export interface Reference {
  tenant: string;
  /** The person's Entra object id, or the id of the channel or group chat. */
  address: string;
  /** Where Teams' service answers for it. */
  serviceUrl: string;
  /** The conversation to write in; absent while a person was only met in a channel. */
  conversation?: string | undefined;
  /** Teams' own id of a person, to begin a conversation with. */
  member?: string | undefined;
  /** The team of a channel. */
  team?: string | undefined;
  name?: string | undefined;
}

/** Where these are kept. */
export interface References {
  /** Keeps it over an earlier one; a part that is not given stays as it was. The same again writes nothing. */
  keep(reference: Reference): Promise<void>;
  find(tenant: string, address: string): Promise<Reference | undefined>;
  /** Any of a tenant, for where its service answers; one with a conversation before others. */
  anyOf(tenant: string): Promise<Reference | undefined>;
  /** The channels of a team. */
  ofTeam(tenant: string, team: string): Promise<Reference[]>;
  /** The bot cannot write there any more. Gives whether it still can anywhere in that tenant. */
  forget(tenant: string, address: string): Promise<boolean>;
  /** The one whose conversation this is. */
  inConversation(tenant: string, conversation: string): Promise<Reference | undefined>;
  /**
   * Forgets people who have no account here (any more), and all of tenants but these; met again they are kept again.
   * Gives how many.
   */
  removeStrangers(linked: readonly string[]): Promise<number>;
}
