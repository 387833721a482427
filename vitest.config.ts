import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/build-viewer.ts'],
    setupFiles: ['test/setup.ts'],
    testTimeout: 60_000,
    // Some build the program or read all captures, which takes as long as a test where much else is done.
    hookTimeout: 60_000,
    coverage: { provider: 'v8', include: ['src/**/*.{ts,tsx}'], reporter: ['text-summary'] },
  },
});
