import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'

export default defineConfig({
  // Fonts are found beside the stylesheet, wherever it is served.
  base: './',
  plugins: [vue({ template: { compilerOptions: { hoistStatic: false } } })],
  build: {
    target: 'es2023',
    minify: false,
    sourcemap: true,
    assetsInlineLimit: 0,
    modulePreload: false,
    // Not library mode: it would write the fonts into the stylesheet.
    rolldownOptions: {
      input: { index: 'src/index.ts', editor: 'src/editor/index.ts', ui: 'src/style.css' },
      external: [
        'vue',
        /^@(orrery|codemirror|lezer)\//,
        'reka-ui',
        'uplot',
        '@tanstack/vue-virtual',
        '@lucide/vue',
        'marked',
        'dompurify',
      ],
      preserveEntrySignatures: 'strict',
      output: { entryFileNames: '[name].js', assetFileNames: '[name][extname]' },
    },
  },
})
