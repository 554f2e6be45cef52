import type { StarterDashboard } from '@orrery/sdk'

type DashboardSpec = ReturnType<StarterDashboard>
type PanelSpec = DashboardSpec['panels'][string]
type FieldConfigSource = NonNullable<PanelSpec['fieldConfig']>
type FieldConfig = FieldConfigSource['defaults']

/** A panel of a starter and its room: columns of 24, and rows. */
interface StarterPanel {
  readonly width: number
  readonly height: number
  readonly panel: PanelSpec
}

/** What panels of all kinds may have. */
interface Look extends FieldConfig {
  readonly width?: number
  readonly height?: number
  readonly description?: string
}

/** Green below the first of the limits, orange below the second, red above. */
export const limits = (orange: number, red: number): Pick<FieldConfig, 'color' | 'thresholds'> => ({
  color: { type: 'thresholds' },
  thresholds: {
    mode: 'absolute',
    steps: [{ color: 'green' }, { value: orange, color: 'orange' }, { value: red, color: 'red' }],
  },
})

/** A query of a panel: PromQL, and how its series are named. */
interface Expr {
  readonly expr: string
  readonly legend?: string
}

/** Panels by their id, in reading order. */
type Panels = readonly (readonly [id: string, panel: (datasource: string) => StarterPanel])[]

const toQueries = (datasource: string, type: 'range' | 'instant', queries: readonly Expr[], more: object = {}) =>
  queries.map((query, i) => ({
    refId: String.fromCodePoint(65 + i),
    datasource,
    query: { type, ...query, ...more },
  }))

const define =
  (type: string, queryType: 'range' | 'instant', room: { width: number; height: number }, options: object = {}) =>
  (title: string, queries: Expr | readonly Expr[], look: Look = {}, custom: object = {}) =>
  (datasource: string): StarterPanel => {
    const { width = room.width, height = room.height, description, ...defaults } = look
    const field = { ...defaults, ...(Object.keys(custom).length && { custom: { ...custom } }) }
    return {
      width,
      height,
      panel: {
        type,
        title,
        ...(description !== undefined && { description }),
        queries: toQueries(datasource, queryType, 'expr' in queries ? [queries] : queries),
        options: { ...options },
        fieldConfig: { defaults: field, overrides: [] },
      },
    }
  }

/** The course of a few series. */
export const lines = define('timeseries', 'range', { width: 12, height: 8 })
/** One number, with its course behind it. */
export const stat = define('stat', 'range', { width: 4, height: 4 })
/** Shares of what there is, from 0 to 1. */
export const gauge = define('gauge', 'instant', { width: 4, height: 4 })
/** A row for each series, as it is now: its labels, and a bar as long as its value. */
export const table =
  (title: string, query: Expr, value: string, look: Look = {}) =>
  (datasource: string): StarterPanel => {
    const { panel, ...room } = define('table', 'instant', { width: 24, height: 8 })(title, query)(datasource)
    const overrides: FieldConfigSource['overrides'] = [
      { matcher: { type: 'byNames', names: ['__name__', 'time'] }, properties: { custom: { hidden: true } } },
      {
        matcher: { type: 'byName', name: 'value' },
        properties: { ...look, displayName: value, custom: { cell: { type: 'gauge' } } },
      },
    ]
    return { ...room, panel: { ...panel, fieldConfig: { defaults: {}, overrides } } }
  }

const stateOf = (value: string, color: 'red' | 'orange' | 'green') => ({ type: 'value', value, color }) as const

/** What a list of rules or alerts has; these columns come first, and each state has its colour. */
export const list =
  (title: string, query: Readonly<Record<string, unknown>>, columns: readonly string[]) =>
  (datasource: string): StarterPanel => ({
    width: 24,
    height: 8,
    panel: {
      type: 'table',
      title,
      queries: [{ refId: 'A', datasource, query: { ...query } }],
      options: { columns: columns.map((name) => ({ name })) },
      fieldConfig: {
        defaults: {},
        overrides: [
          {
            matcher: { type: 'byNames', names: ['state', 'health'] },
            properties: {
              mappings: [
                ...['firing', 'err'].map((value) => stateOf(value, 'red')),
                stateOf('pending', 'orange'),
                ...['inactive', 'ok'].map((value) => stateOf(value, 'green')),
              ],
              custom: { cell: { type: 'pill' } },
            },
          },
        ],
      },
    },
  })

/** How often values lay where, of a classic or native histogram; the unit is that of the values. */
export const heatmap =
  (title: string, expr: string, unit: string) =>
  (datasource: string): StarterPanel => ({
    width: 12,
    height: 8,
    panel: {
      type: 'heatmap',
      title,
      queries: toQueries(datasource, 'range', [{ expr }], { format: 'heatmap' }),
      options: { yAxis: { unit } },
      fieldConfig: { defaults: { unit: 'short' }, overrides: [] },
    },
  })

/** Lays panels out in reading order: one goes into a new line when it does not fit beside the one before. */
export function toSpec(
  datasource: string,
  description: string,
  panels: Panels,
  more: Pick<DashboardSpec, 'refresh' | 'time'> = { time: { from: 'now-1h', to: 'now' }, refresh: '30s' },
): DashboardSpec {
  let [x, y, lineHeight] = [0, 0, 0]
  const placed = panels.map(([id, make]) => {
    const { panel, width, height } = make(datasource)
    if (x + width > 24) {
      ;[x, y, lineHeight] = [0, y + lineHeight, 0]
    }
    const item = { panel: id, x, y, w: width, h: height }
    x += width
    lineHeight = Math.max(lineHeight, height)
    return { id, panel, item }
  })
  return {
    description,
    ...more,
    panels: Object.fromEntries(placed.map(({ id, panel }) => [id, panel])),
    layout: { type: 'grid', items: placed.map(({ item }) => item) },
  }
}
