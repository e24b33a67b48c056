import { guardOf } from '../access/guard.ts';
import { canSee, type Scope } from '../access/visibility.ts';
import type { AuditRow, Store } from '../ports.ts';
import type { Id } from '../shared/record.ts';
import { contentOfPractice, saysTheSame } from './content.ts';
import type { Practice } from './practice.ts';

/** One version of a practice: how it was, how it was before, and whose doing it is. */
export interface PracticeVersion {
  practice: Practice;
  /** Its number among those that the reader sees: 1 is the oldest. */
  no: number;
  /** The version before it that the reader may see as well; undefined for the first of those. */
  before: Practice | undefined;
  at: string;
  person: Id<'person'> | undefined;
  action: string;
}

/**
 * Every version of a practice that the scope may see, the newest first, made from the audit. What it was before it
 * was published is not for who could not see it then; what changed neither text nor state is left out.
 */
export async function versionsOf(store: Store, scope: Scope, id: Id<'practice'>): Promise<PracticeVersion[]> {
  const rows = (await store.history(id)).filter(({ after }) => canSee(scope, guardOf(after as Practice)));
  const versions = rows.map(({ at, person, action, after }, index) => {
    const before = rows[index - 1]?.after as Practice | undefined;
    return { practice: after as Practice, before, at, person, action };
  });
  return versions
    .filter(({ practice, before }) => !before || isOther(before, practice))
    .map((version, index) => ({ ...version, no: index + 1 }))
    .reverse();
}

/** The practice as it was when this proposal of a new version was written, out of its history. */
export function writtenOver(
  { revisesVersion }: Pick<Practice, 'revisesVersion'>,
  history: readonly AuditRow[],
): Practice | undefined {
  return history.map(({ after }) => after as Practice).find(({ version }) => version === revisesVersion);
}

function isOther(before: Practice, after: Practice): boolean {
  return before.state !== after.state || !saysTheSame(contentOfPractice(before), contentOfPractice(after));
}
