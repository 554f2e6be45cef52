import { Dashboard, dashboardProblems } from '@orrery/dashboard'
import { canonicalText, resourceSchema, type Resource } from '@orrery/resource'
import { canonicalYaml, parseYaml, type TextPlace } from '@orrery/resource/yaml'
import { isObject } from '@orrery/schema'
import { validate } from '@orrery/sdk'
import { t } from '../text.ts'

export type DocumentFormat = 'json' | 'yaml'

/** What is wrong at one place of a text. */
export interface DocumentProblem extends TextPlace {
  /** The place in the document as a JSON pointer; undefined where the text itself cannot be read. */
  readonly path: string | undefined
  readonly message: string
}

export interface ReadDocument {
  /** Undefined where there are problems. */
  readonly dashboard: Dashboard | undefined
  readonly problems: readonly DocumentProblem[]
}

export interface ReadOptions {
  /** The one namespace that it may be of: said where the text names none. */
  readonly namespace: string
  /** The one id that it may have; any when omitted. */
  readonly id?: string
}

/** A dashboard as text: the same text for the same dashboard. */
export const writeDocument = (resource: Resource, format: DocumentFormat): string =>
  format === 'json' ? canonicalText(resource) : canonicalYaml(resource)

const start: TextPlace = { line: 1, column: 1, from: 0, to: 1 }

/** What is wrong with a whole document: its shape, or where it contradicts itself. */
function problemsOf(
  document: Readonly<Record<string, unknown>>,
  { id }: ReadOptions,
): readonly { readonly path: string; readonly message: string }[] {
  const checked = validate(resourceSchema(Dashboard), document)
  if (!checked.ok) return checked.problems
  // It was checked against the schema of its kind just now.
  const dashboard = document as unknown as Dashboard
  if (id !== undefined && dashboard.id !== id)
    return [{ path: '/id', message: t('stays “{id}”: the id of a dashboard never changes', { id }) }]
  return dashboardProblems(dashboard.spec).map(({ path, message }) => ({ path: `/spec${path}`, message }))
}

/** Reads a dashboard from JSON or YAML. Whatever is wrong is told at its place in the text. */
export function readDocument(text: string, options: ReadOptions): ReadDocument {
  const { documents, problems: unreadable } = parseYaml(text)
  const fail = (...problems: readonly DocumentProblem[]): ReadDocument => ({ dashboard: undefined, problems })
  if (unreadable.length > 0)
    return fail(...unreadable.map(({ reason, ...place }) => ({ ...place, path: undefined, message: reason })))
  const [first, second] = documents
  if (!first) return fail({ ...start, path: undefined, message: t('There is no dashboard in this text.') })
  if (second)
    return fail({ ...second.placeOf(''), path: undefined, message: t('A second document begins here: one at a time.') })
  if (!isObject(first.value))
    return fail({ ...first.placeOf(''), path: undefined, message: t('There is no dashboard in this text.') })
  // The text may come from another namespace; it is stored in this one.
  const document = { ...first.value, namespace: options.namespace }
  const found = problemsOf(document, options)
  if (found.length > 0) return fail(...found.map((problem) => ({ ...first.placeOf(problem.path), ...problem })))
  // As above: what has no problems fits the schema.
  return { dashboard: document as unknown as Dashboard, problems: [] }
}
