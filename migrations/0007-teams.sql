-- Where Teams lets the bot write: to people, and in channels and group chats.
CREATE TABLE reference (
  tenant TEXT NOT NULL,
  -- The person's Entra object id, or the id of the channel or group chat.
  address TEXT NOT NULL,
  -- Where Teams' service answers for it; the latest address that a request named.
  service_url TEXT NOT NULL,
  -- The conversation to write in; NULL while a person was only met in a channel.
  conversation TEXT,
  -- Teams' own id of a person, to begin a conversation with.
  member TEXT,
  -- The team of a channel, and what the channel is called.
  team TEXT,
  name TEXT,
  PRIMARY KEY (tenant, address)
) STRICT, WITHOUT ROWID;
CREATE INDEX reference_by_team ON reference (tenant, team);

-- Messages that the bot sent by itself and whose buttons give way to what was answered with them.
CREATE TABLE sent_card (
  platform TEXT NOT NULL,
  tenant TEXT NOT NULL,
  conversation TEXT NOT NULL,
  message TEXT NOT NULL,
  recipient TEXT NOT NULL REFERENCES record (id),
  locale TEXT NOT NULL,
  -- The message as it was sent, and by row what was answered: JSON.
  content TEXT NOT NULL,
  answers TEXT NOT NULL DEFAULT '{}',
  sent_at INTEGER NOT NULL,
  PRIMARY KEY (platform, tenant, conversation, message)
) STRICT, WITHOUT ROWID;
CREATE INDEX sent_card_by_age ON sent_card (sent_at);
CREATE INDEX sent_card_by_recipient ON sent_card (recipient);
