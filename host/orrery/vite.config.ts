import { defineConfig } from 'vite'

/** The command in a few files: to find, read and link two thousand modules takes longer than the rest of a start. */
export default defineConfig({
  build: {
    ssr: 'src/main.ts',
    outDir: 'dist/command',
    target: 'node24',
    license: { fileName: 'licences.md' },
    rolldownOptions: { output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' } },
  },
  ssr: { noExternal: true },
})
