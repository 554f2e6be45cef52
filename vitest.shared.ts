import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { configDefaults, defineConfig } from 'vitest/config'
import { programs } from './.ci/abilities.mjs'

/** Every package's tests: from source, beside the code, and failing on a warning that no test asserted. */
export default defineConfig({
  plugins: [vue({ template: { compilerOptions: { hoistStatic: false } } })],
  resolve: { conditions: ['orrery-source'] },
  ssr: { resolve: { conditions: ['orrery-source'], externalConditions: ['orrery-source'] } },
  test: {
    include: ['src/**/*.test.ts'],
    exclude: [...configDefaults.exclude, '**/dist/**'],
    setupFiles: [fileURLToPath(new URL('./vitest.setup.ts', import.meta.url))],
    // A hung test, not a slow machine, is what this is for.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    passWithNoTests: false,
    // Tests of packages know only what is in their package.
    ...(programs.postgres && { env: { ORRERY_POSTGRES: programs.postgres } }),
    reporters: ['default', fileURLToPath(new URL('./.ci/test-reporter.ts', import.meta.url))],
  },
})
