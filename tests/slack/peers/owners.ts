import type { Body } from './call.ts';

const ID = /\b[UCDGVBW][A-Z0-9]{9}\b/g;
/** Emulate gives these to every workspace it plays: they are nobody's in particular. */
const SHARED = /^[UCB]00000000\d$/;
/** What Slack answers to an id that it does not know, by the argument it stands in. */
const UNKNOWN: Record<string, string> = {
  channel: 'channel_not_found',
  channel_id: 'channel_not_found',
  user: 'user_not_found',
  user_id: 'user_not_found',
  users: 'user_not_found',
  team_id: 'team_not_found',
  view_id: 'not_found',
  trigger_id: 'invalid_trigger_id',
};

/** Whose every id is: of the workspace whose answers it was in first. */
export interface Owners {
  learn(team: string, text: string): void;
  learnOne(team: string, id: string): void;
  /** The ids in a call that are another workspace's. */
  foreign(team: string, body: Body): string[];
  /** What Slack says to a call with another workspace's id among its arguments. */
  refusal(team: string, body: Body): string | undefined;
}

/** Keeps whose every id is; the teams themselves are known from the start. */
export function keepOwners(teams: readonly string[]): Owners {
  const owners = new Map<string, string>(teams.map((team) => [team, team]));
  const isForeign = (team: string, id: string) => owners.has(id) && owners.get(id) !== team;
  const learnOne = (team: string, id: string) => {
    if (!owners.has(id) && !SHARED.test(id)) owners.set(id, team);
  };
  return {
    learnOne,
    learn(team, text) {
      for (const [id] of text.matchAll(ID)) learnOne(team, id);
    },
    foreign(team, body) {
      const named = Object.keys(UNKNOWN).flatMap((name) => String(body[name] ?? '').split(','));
      const written = JSON.stringify(body).match(ID) ?? [];
      return [...new Set([...named, ...written])].filter((id) => isForeign(team, id));
    },
    refusal(team, body) {
      const wrong = Object.keys(UNKNOWN).find((name) =>
        String(body[name] ?? '')
          .split(',')
          .some((id) => isForeign(team, id)),
      );
      return wrong === undefined ? undefined : UNKNOWN[wrong];
    },
  };
}
