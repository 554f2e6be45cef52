import {
  check,
  compileFieldConfig,
  FieldConfig,
  seriesNames,
  type FieldConfigSource,
  type FieldMeta,
  type Frame,
  type Labels,
} from '@orrery/sdk'

/** A series, or a number of a row: what gets a name and a config of its own. */
export interface Source {
  readonly frame: Frame
  readonly field: string
  readonly meta: FieldMeta
  readonly labels: Labels
}

export interface Named {
  readonly name: string
  readonly config: FieldConfig
}

/** Names all sources of a panel and resolves their configs, in time linear in their labels. */
export function nameAll<S extends Source>(sources: readonly S[], fieldConfig: FieldConfigSource): (S & Named)[] {
  const resolve = compileFieldConfig(fieldConfig)
  const owns = new Map<FieldMeta, FieldConfig | undefined>()
  for (const { meta, field } of sources) if (!owns.has(meta)) owns.set(meta, toOwnConfig(meta, field))
  const { displayName } = fieldConfig.defaults
  // Overrides match the names that are shown without them, and may then replace these.
  const before = toNames(
    sources,
    sources.map(({ meta }) => displayName ?? owns.get(meta)?.displayName ?? meta.displayName),
  )
  const configs = sources.map(({ frame, field, meta }, i) =>
    resolve({
      name: field,
      type: 'number',
      refId: frame.meta.refId,
      displayName: before[i],
      unit: meta.unit,
      config: owns.get(meta),
    }),
  )
  const names = toNames(
    sources,
    sources.map(({ meta }, i) => configs[i]!.displayName ?? meta.displayName),
  )
  return sources.map((source, i) => ({ ...source, name: names[i]!, config: configs[i]! }))
}

const toOwnConfig = ({ config }: FieldMeta, field: string) =>
  config && check(FieldConfig, config, `The config of the field "${field}"`)

function toNames(sources: readonly Source[], templates: readonly (string | undefined)[]): string[] {
  const automatic = seriesNames(sources.filter((_, i) => !templates[i]).map(toIdentity))
  let next = 0
  const names = sources.map(({ labels }, i) =>
    templates[i] ? seriesNames([{ labels }], { template: templates[i] })[0]! : automatic[next++]!,
  )
  return seriesNames(names.map((name) => ({ name, labels: {} })))
}

function toIdentity({ frame, field, labels }: Source) {
  if (countOfNumbers(frame) > 1) return { labels, name: field }
  const hasLabels = Object.keys(labels).length > 0
  return { labels, name: labels['__name__'] ?? frame.meta.name ?? (hasLabels ? undefined : field) }
}

const numberKinds = new Set(['number', 'integer'])
export const isNumeric = ({ kind }: { readonly kind: string }) => numberKinds.has(kind)

const countOfNumbers = (frame: Frame) => frame.fields.values().filter(isNumeric).toArray().length
