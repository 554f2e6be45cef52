import type { PlainSeries } from './data.ts'

/** A frame of theirs, with what transformations read. */
export interface PeerFrame {
  readonly refId: string
  readonly length: number
  readonly fields: readonly PeerField[]
}

export interface PeerField {
  readonly name: string
  readonly type: 'time' | 'number' | 'string'
  readonly labels?: Readonly<Record<string, string>>
  readonly config: object
  readonly values: readonly unknown[]
}

export interface GrafanaTransforms {
  /** Runs one of their transformations, by id. */
  readonly transform: (id: string, options: object, frames: readonly PeerFrame[]) => readonly PeerFrame[]
}

export const ENTRY = `
import { standardTransformers } from '@grafana/data'
import { of } from 'rxjs'
const byId = new Map(Object.values(standardTransformers).map((one) => [one.id, one]))
export function transform(id, options, frames) {
  const one = byId.get(id)
  let made
  of(frames).pipe(one.operator({ ...one.defaultOptions, ...options }, { interpolate: (text) => text })).subscribe((value) => {
    made = value
  })
  return made
}`

/** They keep what they calculate with a field, so each run gets fields of its own. */
export const fresh = (frames: readonly PeerFrame[]): PeerFrame[] =>
  frames.map((frame) => ({ ...frame, fields: frame.fields.map((field) => ({ ...field, config: {} })) }))

/** As their Prometheus answers: one frame a series. */
export const toPeerSeries = (data: Iterable<PlainSeries>): PeerFrame[] =>
  Array.from(data, ({ labels, times, values }) => ({
    refId: 'A',
    length: times.length,
    fields: [
      { name: 'Time', type: 'time', config: {}, values: Array.from(times) },
      { name: 'Value', type: 'number', labels, config: {}, values: Array.from(values) },
    ],
  }))

/** As rows, which cost them nothing here. */
export function toPeerRows(data: Iterable<PlainSeries>): PeerFrame[] {
  const [hosts, moments, numbers] = [[] as string[], [] as number[], [] as number[]]
  for (const { labels, times, values } of data)
    for (let k = 0; k < times.length; k++) {
      hosts.push(labels.host)
      moments.push(times[k]!)
      numbers.push(values[k]!)
    }
  const fields: PeerField[] = [
    { name: 'host', type: 'string', config: {}, values: hosts },
    { name: 'time', type: 'time', config: {}, values: moments },
    { name: 'value', type: 'number', config: {}, values: numbers },
  ]
  return [{ refId: 'A', length: hosts.length, fields }]
}
