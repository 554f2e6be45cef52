import type { CDPSession } from 'playwright-core'

/** What a page holds, after all garbage is collected; what the browser keeps for itself is left out. */
export interface HeldHeap {
  /** Of its objects, functions, lists and texts. */
  readonly bytes: number
  /** How many there are of each kind of object: `object Map`, `native Detached HTMLDivElement`. */
  readonly counts: ReadonlyMap<string, number>
}

/** The parts that are read of a snapshot; numbers of nodes stand one after another, as many for each as there are fields. */
interface Snapshot {
  readonly snapshot: {
    readonly meta: { readonly node_fields: readonly string[]; readonly node_types: readonly [readonly string[]] }
  }
  readonly nodes: readonly number[]
  readonly strings: readonly string[]
}

const COUNTED = new Set(['object', 'closure', 'array', 'native'])
/** Compiled code grows until all of it is compiled; elements and the like have sizes of the browser's own. */
const UNWEIGHED = new Set(['code', 'native', 'synthetic'])
/** What the browser records of a page up to limits of its own: requests, long tasks, shifts, compiled functions. */
const BROWSER_OWN = /^(system \/|blink::|Performance|TaskAttribution|LayoutShift|DOMRect)/

/** Takes a heap snapshot of the page, as its developer tools do. */
export async function takeHeap(devtools: CDPSession): Promise<HeldHeap> {
  const chunks: string[] = []
  const take = ({ chunk }: { chunk: string }) => chunks.push(chunk)
  devtools.on('HeapProfiler.addHeapSnapshotChunk', take)
  await devtools.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
  devtools.off('HeapProfiler.addHeapSnapshotChunk', take)
  // Its form is that of the protocol's browsers, which no type says.
  const { snapshot, nodes, strings } = JSON.parse(chunks.join('')) as Snapshot
  const { node_fields: fields, node_types } = snapshot.meta
  const [type, name, size] = ['type', 'name', 'self_size'].map((field) => fields.indexOf(field))
  const counts = new Map<string, number>()
  let bytes = 0
  for (let at = 0; at < nodes.length; at += fields.length) {
    const kind = node_types[0][nodes[at + type!]!]!
    if (!UNWEIGHED.has(kind)) bytes += nodes[at + size!]!
    const called = strings[nodes[at + name!]!]!.slice(0, 80)
    if (!COUNTED.has(kind) || (kind === 'native' && BROWSER_OWN.test(called))) continue
    const key = `${kind} ${called}`
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return { bytes, counts }
}
