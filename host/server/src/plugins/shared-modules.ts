import { registerHooks } from 'node:module'
import * as sdk from '@orrery/sdk'

/** What plugins import from the host's own copy, wherever their files lie; in browsers the import map does the same. */
const SHARED = '@orrery/sdk'

const ADDRESS = 'orrery:sdk'
const KEY = Symbol.for(ADDRESS)

/** A module without a file that hands on what this process has: the host may be bundled, and then its copy has no file either. */
const source = `export const { ${Object.keys(sdk).join(', ')} } = globalThis[Symbol.for(${JSON.stringify(ADDRESS)})]`

/** From now on every import of a shared package in this process gives the host's copy. Returns the undo. */
export function shareHostModules(): () => void {
  Object.assign(globalThis, { [KEY]: sdk })
  const hooks = registerHooks({
    resolve: (specifier, context, next) =>
      specifier === SHARED ? { url: ADDRESS, format: 'module', shortCircuit: true } : next(specifier, context),
    load: (url, context, next) =>
      url === ADDRESS ? { format: 'module', source, shortCircuit: true } : next(url, context),
  })
  return () => hooks.deregister()
}
