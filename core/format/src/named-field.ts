import type { FieldMeta, Labels, Series, SeriesFrame } from '@orrery/frames'
import type { FieldConfig, FieldConfigSource } from './field-config.ts'
import { compileFieldConfig } from './field-resolution.ts'
import { ownConfigOf } from './field-subject.ts'
import { sayShift, timeShiftOf } from './time-shift.ts'
import { fillLabels, toAutomaticNames, toUnique } from './series-name.ts'

/** A series, or a number of a row: what gets a name and a config of its own. */
export interface FieldSource {
  readonly labels: Labels
  /** The name beside the labels, such as a metric's; undefined: the label `__name__`. */
  readonly metric: string | undefined
  readonly field: string
  readonly meta: FieldMeta
  /** The display name that the datasource gave, with `{{label}}`. */
  readonly template: string | undefined
  readonly refId: string | undefined
  /** Whether it is the first of its frame; default: no. */
  readonly isFirst?: boolean
  /** How much earlier its values were, in milliseconds; default 0. */
  readonly shiftMs?: number
  /** Its numbers, for overrides by what is calculated of them; read only where there are such overrides. */
  readonly values?: (() => Float64Array) | undefined
}

export interface NamedField {
  readonly name: string
  /** The name of the one of now that it is compared with; its own name where it is of now. */
  readonly counterpart: string
  readonly config: FieldConfig
}

/**
 * Names all series and columns that a panel draws and resolves their configs, in time linear in their labels. Those of
 * earlier have the names of those of now, so that overrides are for both, and then say how much earlier: `cpu (−1 d)`. The
 * source's own config is checked here, once for each field: SCHEMA_INVALID.
 */
export function nameFields<S extends FieldSource>(
  sources: readonly S[],
  fieldConfig: FieldConfigSource,
): (S & NamedField)[] {
  const shifts = new Set(sources.map(({ shiftMs = 0 }) => shiftMs))
  if (shifts.size <= 1) return nameOfOneTime(sources, fieldConfig)
  const named = new Map<S, S & NamedField>()
  for (const shift of shifts) {
    const group = sources.filter(({ shiftMs = 0 }) => shiftMs === shift)
    nameOfOneTime(group, fieldConfig).forEach((one, i) => named.set(group[i]!, one))
  }
  return sources.map((source) => named.get(source)!)
}

function nameOfOneTime<S extends FieldSource>(
  sources: readonly S[],
  fieldConfig: FieldConfigSource,
): (S & NamedField)[] {
  const resolve = compileFieldConfig(fieldConfig)
  const owns = new Map<FieldMeta['config'], FieldConfig | undefined>()
  for (const { meta, field } of sources)
    if (!owns.has(meta.config)) owns.set(meta.config, ownConfigOf(meta.config, field))
  const { displayName } = fieldConfig.defaults
  // Overrides match the names that are shown without them, and may then replace these.
  const templates = sources.map(({ meta, template }) => displayName ?? owns.get(meta.config)?.displayName ?? template)
  const before = toNames(sources, templates)
  const configs = sources.map(({ field, meta, refId, isFirst, values }, i) =>
    resolve({
      name: field,
      type: 'number',
      refId,
      displayName: before[i],
      unit: meta.unit,
      config: owns.get(meta.config),
      isFirst,
      values,
    }),
  )
  const overridden = sources.map(({ template }, i) => configs[i]!.displayName ?? template)
  const names = overridden.every((template, i) => template === templates[i]) ? before : toNames(sources, overridden)
  return sources.map((source, i) => ({
    ...source,
    name: sayShift(names[i]!, source.shiftMs),
    counterpart: names[i]!,
    config: configs[i]!,
  }))
}

/**
 * The sources of the series of a frame, by default of all, one for each of these fields. `isTable` where the frame was
 * made of a table: the display name of a column is a name, that of series is a template.
 */
export function seriesSources(
  frame: SeriesFrame,
  fields: readonly string[],
  isTable: boolean,
  some: Iterable<Series> = frame,
): (FieldSource & { readonly series: Series; readonly shiftMs: number })[] {
  const [first] = fields
  const shiftMs = timeShiftOf(frame)
  return Array.from(some).flatMap((series) => {
    const { labels } = series
    const hasLabels = Object.keys(labels).length > 0
    return fields.map((field) => {
      const meta = series.meta(field)
      const own = isTable ? (meta.displayName ?? field) : field
      const alone = labels['__name__'] ?? frame.meta.name ?? (hasLabels ? undefined : own)
      return {
        labels,
        metric: fields.length > 1 ? own : alone,
        field,
        meta,
        template: isTable ? undefined : meta.displayName,
        refId: frame.meta.refId,
        isFirst: series.index === 0 && field === first,
        shiftMs,
        values: frame.fields.get(field)?.kind === 'number' ? () => series.of(field) : undefined,
        series,
      }
    })
  })
}

function toNames(sources: readonly FieldSource[], templates: readonly (string | undefined)[]): readonly string[] {
  const automatic = toAutomaticNames(
    sources.filter((_, i) => !templates[i]).map(({ labels, metric }) => ({ labels, name: metric })),
  )
  let next = 0
  return toUnique(
    sources.map(({ labels }, i) => (templates[i] ? fillLabels(templates[i], labels) : automatic[next++]!)),
  )
}
