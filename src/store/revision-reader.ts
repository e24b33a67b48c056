import type { Database } from './database.ts';

/**
 * Reads the database's revision by a statement prepared beforehand, once in a turn of the event loop: all
 * requests that arrived together get one reading. What another process changed shows in the next turn.
 */
export function revisionReader({ sqlite }: Database): () => number {
  const statement = sqlite.prepare("SELECT CAST(value AS INTEGER) FROM meta WHERE key = 'revision'").pluck();
  let reading: number | undefined;
  const forget = () => {
    reading = undefined;
  };
  return () => {
    if (reading === undefined) {
      reading = Number(statement.get());
      setImmediate(forget);
    }
    return reading;
  };
}
