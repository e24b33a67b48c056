/** Makes what does work of one name after the other, in the order in which it was asked; different names side by side. */
export function ordered(): (name: string, work: () => Promise<void>) => Promise<void> {
  const last = new Map<string, Promise<void>>();
  return async (name, work) => {
    const before = last.get(name) ?? Promise.resolve();
    const done = before.then(work, work);
    last.set(name, done);
    try {
      await done;
    } finally {
      if (last.get(name) === done) last.delete(name);
    }
  };
}
