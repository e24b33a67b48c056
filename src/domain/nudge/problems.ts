import type { Steps } from '../../core/steps.ts';
import type { World } from './world.ts';

const found = new WeakMap<World, Map<string, unknown>>();

/**
 * Does a part of the work, or keeps what went wrong under a name: one rule or person that cannot be looked at
 * must not silence all others.
 */
export function* orProblem<T>(world: World, name: string, otherwise: T, work: () => Steps<T>): Steps<T> {
  try {
    return yield* work();
  } catch (error) {
    const problems = found.get(world) ?? new Map<string, unknown>();
    problems.set(name, error);
    found.set(world, problems);
    return otherwise;
  }
}

/** What went wrong with this world until now, by name. */
export function problemsIn(world: World): ReadonlyMap<string, unknown> {
  return found.get(world) ?? new Map();
}
