import type { Body, Call } from './call.ts';
import type { Owners } from './owners.ts';
import type { Rule } from './script.ts';
import type { Workspace } from './workspace.ts';

/** What the proxy keeps while a test runs. */
export interface State {
  workspaces: readonly Workspace[];
  /** Where Slack sends somebody back to when the app names no address. */
  redirectUri: string;
  owners: Owners;
  calls: Call[];
  violations: string[];
  script: Rule[];
  /** What came in over response URLs, at most five for each id. */
  responses: { id: string; body: Body }[];
  /** What each bot token is good for. */
  grants: Map<string, { team: string; scopes: readonly string[] }>;
  /** The workspace of each code that an install was answered with. */
  codes: Map<string, string>;
  /** Triggers that a test wants to be too old. */
  expired: Set<string>;
  views: Map<string, Body>;
  /** The Home tab of each "team user". */
  homes: Map<string, Body>;
}
