import type { EditedDatasource, Frame } from '@orrery/sdk'
import { computed, shallowReactive, shallowRef, watch } from 'vue'
import type { Query } from '../options.ts'
import { visit } from '../promql/expr.ts'
import type { MetricType } from '../promql/hints/hint.ts'
import { hintsFor } from '../promql/hints/hints.ts'
import { readPromql } from '../promql/read.ts'
import type { Catalog } from './names/catalog.ts'

/** While somebody types, nothing is asked. */
const settleMs = 300
const mostMetrics = 10
const known = new Set(['counter', 'gauge', 'histogram', 'summary'])

/** Names of the metrics of a query, and of the histograms that they are parts of. */
function metricsOf(promql: string): readonly string[] {
  const names = new Set<string>()
  try {
    visit(readPromql(promql), (expr) => {
      if (expr.kind !== 'selector' || expr.metric === '' || expr.metric.includes('$')) return
      names.add(expr.metric)
      const base = /^(.+)_(?:bucket|sum|count)$/.exec(expr.metric)?.[1]
      if (base) names.add(base)
    })
  } catch {
    // Half written: there is nothing to say about it yet.
  }
  return [...names].slice(0, mostMetrics)
}

function rulesOf([frame]: readonly Frame[]) {
  if (!frame || frame.kind === 'series') return []
  const textAt = (field: string, row: number) => String(frame.fields.get(field)?.at(row) ?? '')
  return Array.from({ length: frame.length }, (_, row) => row)
    .filter((row) => textAt('type', row) === 'recording')
    .map((row) => ({ name: textAt('rule', row), expr: textAt('query', row) }))
}

const countSeries = (frames: readonly Frame[]) =>
  frames.reduce((count, frame) => count + (frame.kind === 'series' ? frame.length : 0), 0)

/** Advice on a query as it is written, from what the server knows of its metrics and rules, and from its answer. */
export function useHints(
  expr: () => string,
  frames: () => readonly Frame[],
  source: () => { readonly catalog: Catalog; readonly ask: EditedDatasource<Query>['ask'] },
) {
  const types = shallowReactive(new Map<string, MetricType>())
  const rules = shallowRef<ReturnType<typeof rulesOf>>()

  async function learn(names: readonly string[]) {
    const { catalog, ask } = source()
    const unknown = names.filter((name) => !types.has(name))
    const learnType = async (name: string) => {
      const { items } = await catalog.metrics(name)
      const type = items.find((metric) => metric.name === name)?.type ?? ''
      types.set(name, known.has(type) ? (type as MetricType) : 'unknown')
    }
    const learnRules = async () => {
      if (rules.value) return
      rules.value = []
      rules.value = rulesOf(await ask({ type: 'rules' }))
    }
    // A server without metadata or rules has no advice to give; the query itself tells of real failures.
    await Promise.allSettled([...unknown.map(learnType), ...(names.length > 0 ? [learnRules()] : [])])
  }
  watch(
    expr,
    (promql, _, onCleanup) => {
      const timer = setTimeout(() => void learn(metricsOf(promql)), settleMs)
      onCleanup(() => clearTimeout(timer))
    },
    { immediate: true },
  )
  return computed(() =>
    hintsFor(expr(), {
      typeOf: (metric) => types.get(metric),
      seriesCount: countSeries(frames()),
      rules: rules.value ?? [],
    }),
  )
}
