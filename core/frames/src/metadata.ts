/** Something that the reader of a frame should know: it was cut off, a cell was dropped, the source warned. */
export interface Notice {
  readonly severity: 'info' | 'warning' | 'error'
  readonly text: string
}

/** What is known of a whole frame, beside its kind. */
export interface FrameMeta {
  readonly name?: string
  /** The query that it answers. */
  readonly refId?: string
  readonly notices?: readonly Notice[]
  /** Whatever the source adds; `set` is shared by frames that belong together. JSON values. */
  readonly meta?: Readonly<Record<string, unknown>>
}

/** What is known of one field. */
export interface FieldMeta {
  readonly unit?: string
  readonly displayName?: string
  /** The source's own field config, under that of the panel. JSON values. */
  readonly config?: Readonly<Record<string, unknown>>
}

/** The kinds whose frames are tables; see {@link checkKind} for what each promises. */
export const tableKinds = [
  'table',
  'numeric',
  'logs',
  'exemplars',
  'annotations',
  'heatmap-cells',
  'spans',
  'nodes',
  'edges',
  'flamegraph',
  'candles',
] as const
export type TableKind = (typeof tableKinds)[number]
export type FrameKind = 'series' | TableKind

export const isTableKind = (kind: unknown): kind is TableKind => (tableKinds as readonly unknown[]).includes(kind)

/** The notices of several frames, each text once. */
export function uniteNotices(...lists: readonly (readonly Notice[] | undefined)[]): Pick<FrameMeta, 'notices'> {
  const seen = new Map<string, Notice>()
  for (const list of lists) for (const notice of list ?? []) if (!seen.has(notice.text)) seen.set(notice.text, notice)
  return seen.size ? { notices: [...seen.values()] } : {}
}
