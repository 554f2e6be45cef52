import { posix } from 'node:path'
import type { Plugin } from 'vite'

const CLOSED = '\0orrery-door:'

/** Which modules behind `import()` stay closed, and the code that stands for each. */
export interface ClosedDoors {
  readonly isClosed: (file: string) => boolean
  readonly code: (file: string) => string
}

/**
 * Replaces dynamic imports of closed modules. What is behind them is never loaded, so it cannot reach the output, and
 * doors are found by value: whatever the author calls or wraps `server(...)`, the import itself is what is replaced.
 */
export const closeDoors = (root: string, { isClosed, code }: ClosedDoors): Plugin => ({
  name: 'orrery:closed-doors',
  enforce: 'pre',
  resolveId: {
    order: 'pre',
    async handler(source, importer, options) {
      // Rolldown passes the kind of import; Vite's types do not tell.
      const { kind } = options as { kind?: string }
      if (!importer || kind !== 'dynamic-import') return
      const target = await this.resolve(source, importer, { skipSelf: true, kind: 'import-statement' })
      // A relative id: Rolldown writes ids into comments, and output must not depend on where the plugin lies.
      if (target && !target.external && isClosed(target.id)) return CLOSED + posix.relative(root, target.id)
    },
  },
  load(id) {
    if (id.startsWith(CLOSED))
      return { code: code(posix.join(root, id.slice(CLOSED.length))), moduleSideEffects: false }
  },
})
