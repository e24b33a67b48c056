import { calendar } from './calendar.ts';
import { changed } from './changed.ts';
import { chat } from './chat.ts';
import { common } from './common.ts';
import { contact } from './contact.ts';
import { digest } from './digest.ts';
import { draft } from './draft.ts';
import { evaluation } from './evaluation.ts';
import { fields } from './fields.ts';
import { helpPoint } from './help-point.ts';
import { insight } from './insight.ts';
import { mail } from './mail.ts';
import { measure } from './measure.ts';
import { nudge } from './nudge.ts';
import { overview } from './overview.ts';
import { people } from './people.ts';
import { period } from './period.ts';
import { plan } from './plan.ts';
import { practice } from './practice.ts';
import { render } from './render.ts';
import { search } from './search.ts';
import { signal } from './signal.ts';
import { slack } from './slack.ts';
import { slackManifest } from './slack-manifest.ts';
import { teams } from './teams.ts';
import { teamsApp } from './teams-app.ts';
import { timeline } from './timeline.ts';
import { web } from './web.ts';
import { workspace } from './workspace.ts';

/** Every Dutch text for people: polite "je", level B1. English mirrors the keys. */
export const nl = {
  ...render,
  ...common,
  ...fields,
  ...changed,
  ...calendar,
  ...digest,
  ...draft,
  ...helpPoint,
  ...mail,
  ...nudge,
  ...overview,
  ...people,
  ...period,
  ...plan,
  ...practice,
  ...search,
  ...timeline,
  ...chat,
  ...slack,
  ...slackManifest,
  ...teams,
  ...teamsApp,
  ...web,
  ...evaluation,
  ...signal,
  ...measure,
  ...contact,
  ...insight,
  ...workspace,
};
