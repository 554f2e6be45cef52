import type { ChangeSubject, DashboardChange } from '@orrery/dashboard'
import { isObject } from '@orrery/schema'
import type { Contributed } from '../plugins/plugin-list.ts'
import { t } from '../text.ts'
import { propertyText } from './property-text.ts'

/** One change in words. */
export interface ChangeLine {
  readonly text: string
  /** What was there, and what is there now, where that is told. */
  readonly before?: string
  readonly after?: string
}

/** What was changed of one thing. */
export interface ChangeGroup {
  /** Tells it from the other groups. */
  readonly key: string
  readonly icon: string
  readonly title: string
  readonly lines: readonly ChangeLine[]
}

const icons: Readonly<Record<Exclude<ChangeSubject, 'query'>, string>> = {
  dashboard: 'settings',
  variable: 'hash',
  annotation: 'activity',
  section: 'rows-3',
  panel: 'chart-line',
}

/** The longest value that stands in one line with JSON around it. */
const SHORT_JSON = 60

/** A value as people read it: texts as they are, a query as its text where it is just one. */
export function valueText(value: unknown): string {
  if (value === undefined) return t('not set')
  if (value === '') return t('empty')
  if (typeof value === 'string') return value
  if (typeof value === 'boolean') return value ? t('yes') : t('no')
  if (Array.isArray(value) && value.every((each) => typeof each === 'string' || typeof each === 'number'))
    return value.length > 0 ? value.join(', ') : t('none')
  const short = JSON.stringify(value)
  return short.length > SHORT_JSON ? JSON.stringify(value, undefined, 2) : short
}

/** What a query asks: its longest text, which is the one that people wrote. */
function queryText(value: unknown): string | undefined {
  const query = isObject(value) ? value['query'] : undefined
  if (!isObject(query)) return undefined
  const texts = Object.entries(query).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  const [longest] = texts.filter(([name]) => name !== 'type').toSorted(([, a], [, b]) => b.length - a.length)
  return longest?.[1] ?? valueText(query)
}

const placeText = (titles: unknown) =>
  Array.isArray(titles) && titles.length > 0 ? titles.join(' / ') : t('outside of rows and tabs')

const sizeText = (size: unknown) => (isObject(size) ? `${String(size['w'])} × ${String(size['h'])}` : '')

/** The type of a datasource; undefined where nobody knows. */
export type DatasourceTypeOf = (id: string) => Contributed | undefined

function queryLine(change: DashboardChange, typeOf: DatasourceTypeOf): ChangeLine {
  const { action, id: name, path, before, after, datasource } = change
  if (action === 'added') return { text: t('Query {name} added', { name }), ...some('after', queryText(after)) }
  if (action === 'removed') return { text: t('Query {name} removed', { name }), ...some('before', queryText(before)) }
  const datasourceType = datasource === undefined ? undefined : typeOf(datasource)
  return {
    text: t('Query {name}: {property}', { name, property: propertyText('query', path, { datasourceType }) }),
    before: valueText(before),
    after: valueText(after),
  }
}

const some = (name: 'before' | 'after', text: string | undefined) => (text === undefined ? {} : { [name]: text })

function lineOf(change: DashboardChange, typeOf: DatasourceTypeOf): ChangeLine {
  const { subject, action, path, before, after, panelType } = change
  if (subject === 'query') return queryLine(change, typeOf)
  if (action === 'added') return { text: t('Added') }
  if (action === 'removed') return { text: t('Removed') }
  if (action === 'resized') return { text: t('Resized'), before: sizeText(before), after: sizeText(after) }
  if (action === 'moved')
    return before === undefined && after === undefined
      ? { text: t('Moved') }
      : { text: t('Moved'), before: placeText(before), after: placeText(after) }
  return { text: propertyText(subject, path, { panelType }), before: valueText(before), after: valueText(after) }
}

function groupOf({ subject, id, title, panel }: DashboardChange): Omit<ChangeGroup, 'lines'> {
  if (subject === 'query' || subject === 'panel') {
    // A query knows its panel by the title.
    const name = panel ?? title
    return { key: `panel ${name}`, icon: icons.panel, title: t('Panel {name}', { name }) }
  }
  const key = `${subject} ${id}`
  if (subject === 'dashboard') return { key, icon: icons.dashboard, title: t('Settings') }
  if (subject === 'variable') return { key, icon: icons.variable, title: t('Variable {name}', { name: title }) }
  if (subject === 'annotation') return { key, icon: icons.annotation, title: t('Annotation {name}', { name: title }) }
  return { key, icon: icons.section, title: t('Section {name}', { name: title || id }) }
}

/** Changes in words, by what they are changes of, in the order in which they are told. */
export function changeGroups(
  changes: readonly DashboardChange[],
  typeOf: DatasourceTypeOf = () => undefined,
): readonly ChangeGroup[] {
  const groups = new Map<string, Omit<ChangeGroup, 'lines'> & { readonly lines: ChangeLine[] }>()
  for (const change of changes) {
    const group = groupOf(change)
    const found = groups.get(group.key) ?? { ...group, lines: [] }
    groups.set(group.key, found)
    found.lines.push(lineOf(change, typeOf))
  }
  return [...groups.values()]
}
