import vue from '@vitejs/plugin-vue'
import { build } from 'vite'

/**
 * A module and all that it imports from source, components too, as one script for `page.addScriptTag`, and its styles.
 * `instead` gives files for modules that a page has not.
 */
export async function bundleForPage(
  file: string,
  instead: Readonly<Record<string, string>> = {},
): Promise<{ readonly script: string; readonly styles: string }> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [vue()],
    define: { 'process.env.NODE_ENV': '"production"', __VUE_PROD_DEVTOOLS__: 'false' },
    resolve: { alias: { ...instead }, conditions: ['orrery-source', 'module', 'browser'], dedupe: ['vue'] },
    build: {
      write: false,
      minify: false,
      target: 'es2023',
      // Else the script would write the styles, where no policy allows it.
      cssCodeSplit: false,
      chunkSizeWarningLimit: 5000,
      rolldownOptions: { input: file, output: { format: 'iife' } },
    },
  })
  const output = 'output' in built ? built.output : []
  const script = output.flatMap((one) => (one.type === 'chunk' ? [one.code] : []))[0]
  if (!script) throw new Error(`Nothing was built from ${file}.`)
  const styles = output.flatMap((one) =>
    one.type === 'asset' && one.fileName.endsWith('.css') ? [String(one.source)] : [],
  )
  return { script, styles: styles.join('\n') }
}
