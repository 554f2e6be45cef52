import { build } from 'vite'

/** A module and all that it imports from source, as one script for `page.addScriptTag`. */
export async function bundleForPage(file: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    resolve: { conditions: ['orrery-source', 'module', 'browser'] },
    build: {
      write: false,
      minify: false,
      target: 'es2023',
      rolldownOptions: { input: file, output: { format: 'iife' } },
    },
  })
  const output = 'output' in built ? built.output : undefined
  const script = output?.find((one) => one.type === 'chunk')
  if (!script) throw new Error(`Nothing was built from ${file}.`)
  return script.code
}
