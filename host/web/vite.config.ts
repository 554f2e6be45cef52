import vue from '@vitejs/plugin-vue'
import { defaultClientConditions, defineConfig, type Plugin } from 'vite'
import { sharedModules } from './shared-modules.ts'

/** What plugins get from the host; the plugin builder leaves just these to it. */
const SHARED = [
  'vue',
  '@orrery/sdk',
  '@orrery/ui',
  '@orrery/ui/editor',
  ...'state view language autocomplete lint commands search'.split(' ').map((name) => `@codemirror/${name}`),
  ...'common highlight lr'.split(' ').map((name) => `@lezer/${name}`),
]

/** The policy of the page forbids eval, and one module of apache-arrow compiles a null check with it. */
const arrowWithoutEval: Plugin = {
  name: 'orrery:arrow-without-eval',
  enforce: 'pre',
  load: (id) =>
    id.endsWith('apache-arrow/builder/valid.mjs')
      ? 'export function createIsValidFunction(nulls) { const set = new Set(nulls ?? []); return (value) => !set.has(value) }'
      : undefined,
}

/** The policy forbids workers made of texts too, which the writer of workbooks has zip its files; it is in a worker already. */
const zipInPlace: Plugin = {
  name: 'orrery:zip-in-place',
  enforce: 'pre',
  load: (id) =>
    id.endsWith('write-excel-file/modules/zip/zipToArrayBuffer.js')
      ? "import zip from './zipToArrayBufferSync.js'\nexport default async (files) => zip(files)"
      : undefined,
}

/**
 * What every dashboard needs comes in three files instead of a hundred small ones: a browser asks for few at a time. What
 * only editors need stays by itself.
 */
const PARTS = [
  { name: 'vue', test: /node_modules[\\/](@vue|vue|vue-router|@vueuse)[\\/]/, priority: 3 },
  { name: 'core', test: /[\\/]core[\\/]\w+[\\/]src[\\/](?!diff|transforms|expressions)/, priority: 2 },
  {
    name: 'kit',
    test: /[\\/]sdk[\\/]ui[\\/]src[\\/](?!editor)|node_modules[\\/](reka-ui|@floating-ui)[\\/]/,
    priority: 1,
  },
]

export default defineConfig({
  plugins: [
    arrowWithoutEval,
    // Hoisted static nodes are set as HTML, where the policy drops their styles.
    vue({ template: { compilerOptions: { hoistStatic: false } } }),
    sharedModules(SHARED),
  ],
  worker: { format: 'es', plugins: () => [arrowWithoutEval, zipInPlace] },
  resolve: { conditions: ['orrery-source', ...defaultClientConditions], dedupe: ['vue'] },
  optimizeDeps: {
    include: SHARED.filter((name) => !name.startsWith('@orrery/')),
    exclude: ['@orrery/sdk', '@orrery/ui', '@orrery/ui/editor'],
  },
  build: {
    target: 'es2023',
    sourcemap: true,
    // The page's import map has the integrity of every script, which preloads do not take from there.
    modulePreload: false,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1500,
    rolldownOptions: { output: { strictExecutionOrder: true, codeSplitting: { groups: PARTS } } },
  },
})
