import { registerHooks } from 'node:module'

/** What plugins import from the host's own copy, wherever their files lie; in browsers the import map does the same. */
const SHARED = /^@orrery\/sdk(\/|$)/

/** From now on every import of a shared package in this process gives the host's copy. Returns the undo. */
export function shareHostModules(): () => void {
  const hooks = registerHooks({
    resolve: (specifier, context, next) =>
      next(specifier, SHARED.test(specifier) ? { ...context, parentURL: import.meta.url } : context),
  })
  return () => hooks.deregister()
}
