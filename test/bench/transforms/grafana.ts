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
export const toPeerSeries = (data: readonly PlainSeries[]): PeerFrame[] =>
  data.map(({ labels, times, values }) => ({
    refId: 'A',
    length: times.length,
    fields: [
      { name: 'Time', type: 'time', config: {}, values: times },
      { name: 'Value', type: 'number', labels, config: {}, values },
    ],
  }))

/** As rows, which cost them nothing here. */
export function toPeerRows(data: readonly PlainSeries[]): PeerFrame[] {
  const fields: PeerField[] = [
    {
      name: 'host',
      type: 'string',
      config: {},
      values: data.flatMap(({ labels, times }) => times.map(() => labels.host)),
    },
    { name: 'time', type: 'time', config: {}, values: data.flatMap(({ times }) => times) },
    { name: 'value', type: 'number', config: {}, values: data.flatMap(({ values }) => values) },
  ]
  return [{ refId: 'A', length: fields[0]!.values.length, fields }]
}
