import fc from 'fast-check';

/** Any day from 2000 to 2099. */
export const anyDate = fc
  .integer({ min: 0, max: 36_524 })
  .map((days) => Temporal.PlainDate.from('2000-01-01').add({ days }));

/** Any period that lies in those years, mostly short. */
export const anyPeriod = fc
  .tuple(anyDate, fc.oneof(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 1_000 })))
  .map(([start, days]) => ({ start: start.toString(), end: start.add({ days }).toString() }))
  .filter(({ end }) => end < '2100');
