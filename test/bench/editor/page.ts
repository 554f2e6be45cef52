// Runs in Chromium: completion among many metrics, and the browser of them.
import { HybridComplete } from '@prometheus-io/codemirror-promql/dist/esm/complete/hybrid.js'
import { PromQLExtension } from '@prometheus-io/codemirror-promql/dist/esm/promql.js'
import { defineTable, text } from '@orrery/sdk'
// @ts-expect-error a stylesheet has no types
import '@orrery/ui/style.css'
import { CompletionContext, EditorState, type CompletionSource } from '@orrery/ui/editor'
import { createApp, h, nextTick, shallowRef } from 'vue'
import MetricBrowser from '../../../plugins/datasource-prometheus/src/ui/browser/MetricBrowser.vue'
import { createCompletion } from '../../../plugins/datasource-prometheus/src/ui/code/completion.ts'
import { promql } from '../../../plugins/datasource-prometheus/src/ui/code/language.ts'
import { createCatalog } from '../../../plugins/datasource-prometheus/src/ui/names/catalog.ts'

export interface EditorBench {
  /** Milliseconds of each completion while the names of some metrics are typed, ours or the peer's. */
  readonly complete: (side: 'ours' | 'peer') => Promise<number[]>
  /** Milliseconds from opening the browser of metrics until it is painted. */
  readonly openBrowser: () => Promise<number>
  /** Milliseconds from each key in its search until the list is painted. */
  readonly searchBrowser: () => Promise<number[]>
}

const COUNT = 100_000
const parts = ['http', 'grpc', 'node', 'disk', 'cache', 'queue', 'request', 'worker', 'memory', 'network']
const units = ['seconds', 'bytes', 'total', 'ratio', 'count']
const names = Array.from({ length: COUNT }, (_, i) => {
  const [a, b, c] = [i % 10, Math.floor(i / 10) % 10, Math.floor(i / 100) % 10]
  return `${parts[a]}_${parts[b]}_${i.toString(36)}_${parts[c]}_${units[i % 5]}`
}).sort()

const MetricTable = defineTable({ name: text(), type: text(), help: text(), unit: text() })
const all = MetricTable.fromRows(names.map((name) => ({ name, type: 'gauge', help: `About ${name}.`, unit: '' })))
const NameTable = defineTable({ name: text() })

const catalog = createCatalog(async (query) => {
  if (query.type !== 'metrics') return [NameTable.fromRows([{ name: 'job' }])]
  if (!query.search) return [all]
  const found = names.filter((name) => query.search!.split(' ').every((word) => name.includes(word)))
  return [MetricTable.fromRows(found.slice(0, query.limit).map((name) => ({ name, type: '', help: '', unit: '' })))]
})

const none = () => Promise.resolve([])
const peer = new HybridComplete({
  labelNames: none,
  labelValues: none,
  series: none,
  metricMetadata: () => Promise.resolve({}),
  metricNames: () => Promise.resolve(names),
  flags: () => Promise.resolve({}),
})
const sides: Record<
  'ours' | 'peer',
  { complete: CompletionSource; language: typeof promql | ReturnType<PromQLExtension['asExtension']> }
> = {
  ours: { complete: createCompletion(catalog), language: promql },
  peer: {
    complete: (context) => peer.promQL(context),
    language: new PromQLExtension().activateCompletion(false).activateLinter(false).asExtension(),
  },
}

async function complete(side: 'ours' | 'peer'): Promise<number[]> {
  await catalog.allMetrics()
  const { complete, language } = sides[side]
  const taken: number[] = []
  for (const typed of ['http_request_1', 'disk_cache', 'queue_w', 'memory_bytes', 'seconds'])
    for (let end = 1; end <= typed.length; end++) {
      const doc = `sum(rate(${typed.slice(0, end)}`
      const context = new CompletionContext(EditorState.create({ doc, extensions: language }), doc.length, false)
      const start = performance.now()
      const found = await complete(context)
      taken.push(performance.now() - start)
      if (!found?.options.length) throw new Error(`Nothing is offered at ${doc}.`)
    }
  return taken
}

const painted = () => new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve)))

const open = shallowRef(false)
let page: ReturnType<typeof createApp> | undefined

async function openBrowser(): Promise<number> {
  page?.unmount()
  open.value = false
  page = createApp({
    render: () =>
      h(MetricBrowser, { catalog, open: open.value, 'onUpdate:open': (next: boolean) => (open.value = next) }),
  })
  page.mount(document.body.appendChild(document.createElement('div')))
  await painted()
  const start = performance.now()
  open.value = true
  while (!document.querySelector('[role="option"]')) await nextTick()
  await painted()
  return performance.now() - start
}

async function searchBrowser(): Promise<number[]> {
  const taken: number[] = []
  const input = document.querySelector<HTMLInputElement>('input[role="combobox"]')!
  const typed = 'http_request'
  for (let end = 1; end <= typed.length; end++) {
    const start = performance.now()
    input.value = typed.slice(0, end)
    input.dispatchEvent(new Event('input'))
    await painted()
    taken.push(performance.now() - start)
  }
  return taken
}

const bench: EditorBench = { complete, openBrowser, searchBrowser }
Object.assign(globalThis, { bench })
