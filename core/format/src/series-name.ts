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
function toVaryingLabels(series: readonly SeriesIdentity[]): readonly string[] {
  const counts = new Map<string, LabelCount>()
  for (const { labels } of series)
    for (const label in labels) {
      const value = labels[label]!
      const count = counts.get(label)
      if (count === undefined) counts.set(label, { first: value, count: 1, varies: false })
      else {
        count.count++
        if (value !== count.first) count.varies = true
      }
    }
  const varying: string[] = []
  for (const [label, { count, varies }] of counts)
    if (label !== nameLabel && (varies || count < series.length)) varying.push(label)
  return varying
}

const toName = ({ name, labels }: SeriesIdentity) => name ?? labels[nameLabel] ?? ''

// What JSON would escape; the texts of most labels hold nothing of it, and are then quoted as they are.
const escaped = /["\\\p{Cc}\ud800-\udfff]/u
const quote = (text: string) => (escaped.test(text) ? JSON.stringify(text) : `"${text}"`)

function toSelector(labels: Labels, shown: readonly string[]): string {
  let text = ''
  for (const label of shown)
    if (label !== nameLabel && Object.hasOwn(labels, label))
      text += `${text === '' ? '{' : ', '}${label}=${quote(labels[label]!)}`
  return text === '' ? '' : `${text}}`
}

/** Names by the rule of {@link seriesNames}; the same name may come twice. */
export function toAutomaticNames(series: readonly SeriesIdentity[]): string[] {
  const varying = toVaryingLabels(series)
  const [only] = varying
  const isOneName = varying.length === 1 && series.every((one) => toName(one) === toName(series[0]!))
  return series.map((one) => {
    if (isOneName && one.labels[only!]) return one.labels[only!]!
    const text = toName(one) + toSelector(one.labels, varying)
    return text || toSelector(one.labels, Object.keys(one.labels)) || '{}'
  })
}

/** Fills `{{label}}` of a display name or legend with a series' labels. */
export const fillLabels = (template: string, labels: Labels): string =>
  template.replace(/\{\{\s*([^{}]*?)\s*\}\}/g, (_, label: string) =>
    Object.hasOwn(labels, label) ? labels[label]! : '',
  )

/** Numbers what is there twice: `web`, `web (2)`, never a name that another has by itself. */
export function toUnique(names: readonly string[]): readonly string[] {
  const own = new Set(names)
  if (own.size === names.length) return names
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
export function seriesNames(
  series: readonly SeriesIdentity[],
  { template }: SeriesNameOptions = {},
): readonly string[] {
  return toUnique(
    template === undefined || template === ''
      ? toAutomaticNames(series)
      : series.map(({ labels }) => fillLabels(template, labels)),
  )
}
