/** What the program counts of its own work while it runs; nothing in it is about people. */
export interface Metrics {
  page(status: number): void;
  feed(status: number): void;
  /**
   * The numbers as Prometheus reads them, with the messages by state when they are given. Anyone may read them,
   * so the records are not counted.
   */
  text(revision: number, messages?: Readonly<Record<string, number>>): string;
}

/** Counters in memory; they start at nought with the program. */
export function createMetrics(): Metrics {
  const pages = new Map<number, number>();
  const feeds = new Map<number, number>();
  const raise = (counts: Map<number, number>) => (status: number) => {
    counts.set(status, (counts.get(status) ?? 0) + 1);
  };
  return {
    page: raise(pages),
    feed: raise(feeds),
    text(revision, messages = {}) {
      const { rss, heapUsed } = process.memoryUsage();
      return [
        ...family('campagneregie_page_requests_total', 'counter', 'Requests for pages, by status.'),
        ...labelled('campagneregie_page_requests_total', 'status', pages),
        ...family('campagneregie_feed_requests_total', 'counter', 'Requests for feeds, by status.'),
        ...labelled('campagneregie_feed_requests_total', 'status', feeds),
        ...family('campagneregie_revision', 'gauge', 'Rises with each change of the database.'),
        `campagneregie_revision ${revision}`,
        ...family('campagneregie_messages', 'gauge', 'Messages of the last 14 days, by state.'),
        ...Object.entries(messages).map(
          ([state, count]) => `campagneregie_messages{state="${state}"} ${count}`,
        ),
        ...family('process_resident_memory_bytes', 'gauge', 'Resident memory.'),
        `process_resident_memory_bytes ${rss}`,
        ...family('nodejs_heap_size_used_bytes', 'gauge', 'Heap in use.'),
        `nodejs_heap_size_used_bytes ${heapUsed}`,
        ...family('process_uptime_seconds', 'gauge', 'How long the program has run.'),
        `process_uptime_seconds ${Math.round(process.uptime())}`,
        '',
      ].join('\n');
    },
  };
}

function family(name: string, type: string, help: string): string[] {
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`];
}

function labelled(name: string, label: string, counts: ReadonlyMap<number, number>): string[] {
  return [...counts].map(([value, count]) => `${name}{${label}="${value}"} ${count}`);
}
