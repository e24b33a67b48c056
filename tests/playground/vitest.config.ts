import { defineConfig } from 'vitest/config';

// `npm run playground`: one path through Agents Playground in a browser, apart from the other tests.
export default defineConfig({
  test: {
    include: ['tests/playground/*.playground.ts'],
    testTimeout: 180_000,
    hookTimeout: 240_000,
    reporters: process.env.CI
      ? ['verbose', ['json', { outputFile: 'playground-results.json' }]]
      : ['verbose'],
  },
});
