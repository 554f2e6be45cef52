import { defineConfig, mergeConfig } from 'vitest/config'
import shared from '../vitest.shared.ts'

// These start hosts, servers and browsers: one file at a time leaves the machine to it.
export default mergeConfig(
  shared,
  defineConfig({
    test: {
      include: ['**/*.test.ts'],
      fileParallelism: false,
      testTimeout: 60_000,
      hookTimeout: 120_000,
      // A page may take longer to get there than the second that is usual.
      expect: { poll: { timeout: 10_000 } },
    },
  }),
)
