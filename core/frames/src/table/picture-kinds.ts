import { integer, json, longText, nanos, number, optional, text, time } from '../column/column.ts'
import { defineTable } from './define-table.ts'

/** Cells of a heatmap: how many values were from `yMin` to `yMax` in the time that begins at `time`. Native histograms too. */
export const HeatmapCells = defineTable(
  {
    time: time(),
    /** Where the cell ends; without it, where the next time begins. */
    timeEnd: optional(time()),
    yMin: number(),
    yMax: number(),
    count: number(),
  },
  'heatmap-cells',
)

/** Spans of traces, in any order, as OpenTelemetry's data model has them. A span without a parent is the root of its trace. */
export const Spans = defineTable(
  {
    traceId: text(),
    spanId: text(),
    parentSpanId: optional(text()),
    service: text(),
    name: text(),
    start: nanos(),
    /** Nanoseconds. */
    duration: number({ unit: 'ns' }),
    /** `internal`, `server`, `client`, `producer`, `consumer`. */
    spanKind: optional(text()),
    /** `unset`, `ok`, `error`. */
    status: optional(text()),
    statusMessage: optional(longText()),
    attributes: optional(json()),
    resource: optional(json()),
    /** An array of `{ time, name, attributes }`, times in nanoseconds as texts. */
    events: optional(json()),
    /** An array of `{ traceId, spanId, attributes }`. */
    links: optional(json()),
  },
  'spans',
)

/** Nodes of a graph; the frame of its {@link Edges} has the same `meta.set`. */
export const Nodes = defineTable(
  {
    id: text(),
    title: optional(text()),
    subtitle: optional(text()),
    mainStat: optional(number()),
    secondaryStat: optional(number()),
    color: optional(text()),
    /** A lucide name. */
    icon: optional(text()),
    /** An array of `{ share, color }`: how the ring around the node is divided. */
    arcs: optional(json()),
    attributes: optional(json()),
  },
  'nodes',
)

/** Edges of a graph, from one node's id to another's. */
export const Edges = defineTable(
  {
    id: text(),
    source: text(),
    target: text(),
    mainStat: optional(number()),
    secondaryStat: optional(number()),
    /** In pixels. */
    thickness: optional(number()),
    color: optional(text()),
    attributes: optional(json()),
  },
  'edges',
)

/**
 * A profile as a tree in pre-order: each row's children follow it at the next level, the root is at level 0. `value` counts
 * the children in, `self` does not. With the second pair it is a comparison of two profiles.
 */
export const Flamegraph = defineTable(
  {
    level: integer(),
    label: text(),
    value: number(),
    self: number(),
    valueRight: optional(number()),
    selfRight: optional(number()),
    file: optional(text()),
    line: optional(integer()),
  },
  'flamegraph',
)

/** Prices or other values over the time that begins at `time`, ascending. */
export const Candles = defineTable(
  { time: time(), open: number(), high: number(), low: number(), close: number(), volume: optional(number()) },
  'candles',
)
