import type { QueryStats, QueryStep } from '@orrery/query'
import type { PanelRun } from '../query/panel-data.ts'
import { t } from '../text.ts'

/** A step as a bar on a common time line. */
export interface Bar {
  readonly title: string
  /** Milliseconds since the query began. */
  readonly start: number
  readonly ms: number
}

export interface QueryBars {
  readonly stats: QueryStats
  readonly bars: readonly Bar[]
}

export interface Waterfall {
  readonly queries: readonly QueryBars[]
  /** What happened in the browser: waiting for the host and the network, reading frames, drawing. */
  readonly browser: readonly Bar[]
  /** The length of the time line in ms; never 0. */
  readonly length: number
}

const titles: Readonly<Record<QueryStep['name'], () => string>> = {
  requestHooks: () => t('Plugins, before'),
  shared: () => t('An equal query'),
  queue: () => t('Waiting in line'),
  connect: () => t('Opening the data source'),
  datasource: () => t('Data source'),
  resultHooks: () => t('Plugins, after'),
  inputs: () => t('Waiting for the queries'),
  shape: () => t('Calculating'),
  encode: () => t('Encoding'),
}

/** How a run went, as bars. `drawMs`: from the data to the next picture, undefined while that is not known. */
export function toWaterfall({ stats, ms, decodeMs }: PanelRun, drawMs: number | undefined): Waterfall {
  const queries = stats.map((each) => ({
    stats: each,
    bars: each.steps
      .map(({ name, start, ms: length }) => ({ title: titles[name](), start, ms: length }))
      .sort((a, b) => a.start - b.start),
  }))
  const waited = Math.max(0, ms - decodeMs)
  const browser = [
    { title: t('Host and network'), start: 0, ms: waited },
    { title: t('Reading the frames'), start: waited, ms: decodeMs },
    ...(drawMs === undefined ? [] : [{ title: t('Drawing'), start: ms, ms: drawMs }]),
  ]
  const ends = [...browser, ...queries.flatMap(({ bars }) => bars)].map((bar) => bar.start + bar.ms)
  return { queries, browser, length: Math.max(0.01, ...ends) }
}
