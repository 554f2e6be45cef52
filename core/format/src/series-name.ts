import type { Labels } from '@orrery/frames'

/** What a series is told apart by. */
export interface SeriesIdentity {
  readonly labels: Labels
  /** The metric's or the field's name; default: the label `__name__`. */
  readonly name?: string | undefined
}

export interface SeriesNameOptions {
  /** A text with `{{label}}` for the labels; a label that a series lacks is empty. */
  readonly template?: string | undefined
}

const nameLabel = '__name__'

interface LabelCount {
  readonly first: string
  count: number
  varies: boolean
}

/** The labels that not all series share, in the order in which they appear. */
function toVaryingLabels(series: readonly SeriesIdentity[]): ReadonlySet<string> {
  const counts = new Map<string, LabelCount>()
  for (const { labels } of series)
    for (const label of Object.keys(labels)) {
      const value = labels[label]!
      const count = counts.get(label)
      if (count === undefined) counts.set(label, { first: value, count: 1, varies: false })
      else {
        count.count++
        if (value !== count.first) count.varies = true
      }
    }
  const varying = new Set<string>()
  for (const [label, { count, varies }] of counts)
    if (label !== nameLabel && (varies || count < series.length)) varying.add(label)
  return varying
}

const toName = ({ name, labels }: SeriesIdentity) => name ?? labels[nameLabel] ?? ''

function toSelector(labels: Labels, isShown: (label: string) => boolean): string {
  const parts = Object.keys(labels)
    .filter((label) => label !== nameLabel && isShown(label))
    .map((label) => `${label}=${JSON.stringify(labels[label])}`)
  return parts.length === 0 ? '' : `{${parts.join(', ')}}`
}

function toAutomaticNames(series: readonly SeriesIdentity[]): string[] {
  const varying = toVaryingLabels(series)
  const isOneName = series.every((one) => toName(one) === toName(series[0]!))
  const [only] = varying
  return series.map((one) => {
    const name = toName(one)
    if (varying.size === 1 && isOneName && one.labels[only!]) return one.labels[only!]!
    const text = name + toSelector(one.labels, (label) => varying.has(label))
    return text || toSelector(one.labels, () => true) || '{}'
  })
}

/** Fills `{{label}}` of a display name or legend with a series' labels. */
export const fillLabels = (template: string, labels: Labels): string =>
  template.replace(/\{\{\s*([^{}]*?)\s*\}\}/g, (_, label: string) =>
    Object.hasOwn(labels, label) ? labels[label]! : '',
  )

/** Numbers what is there twice: `web`, `web (2)`, never a name that another has by itself. */
function toUnique(names: readonly string[]): string[] {
  const own = new Set(names)
  const next = new Map<string, number>()
  return names.map((name) => {
    let number = next.get(name) ?? 1
    let unique = name
    while (number > 1 && own.has((unique = `${name} (${number})`))) number++
    next.set(name, number + 1)
    return unique
  })
}

/**
 * Unique names for the series of a panel, in time linear in their labels. Without a template: `name{a="b"}` with the
 * labels that not all series share; where one label is all that differs, its value alone.
 */
export function seriesNames(series: readonly SeriesIdentity[], { template }: SeriesNameOptions = {}): string[] {
  return toUnique(
    template === undefined || template === ''
      ? toAutomaticNames(series)
      : series.map(({ labels }) => fillLabels(template, labels)),
  )
}
