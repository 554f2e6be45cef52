import type { Frame } from '@orrery/sdk'

const present = (parts: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined))

/** What a frame is, without its values: kind, fields, and all that the source says of it. */
export function frameSchema(frame: Frame): Readonly<Record<string, unknown>> {
  const { refId, name, meta } = frame.meta
  const fields = [...frame.fields].map(([field, column]) => present({ name: field, kind: column.kind, ...column.meta }))
  const own =
    frame.kind === 'series'
      ? { series: frame.length, points: frame.points, step: frame.step, labels: [...frame.labels.keys()] }
      : { rows: frame.length }
  return present({ kind: frame.kind, refId, name, ...own, fields, notices: frame.meta.notices, meta })
}

/** What a frame is called where several stand in a list: its query, and its name or kind. */
export const frameName = ({ meta, kind }: Frame): string =>
  [...new Set([meta.refId, meta.name ?? kind])].filter(Boolean).join(' · ')
