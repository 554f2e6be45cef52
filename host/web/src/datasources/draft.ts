import { DatasourceKind, DatasourceSpec } from '@orrery/query'
import { ResourceId, ResourceMetadata } from '@orrery/resource'
import { storedSchema } from '@orrery/schema'
import { check, defaultsOf, validate, type Problem } from '@orrery/sdk'
import type { Stored } from '../api/resources.ts'
import { t } from '../text.ts'
import type { DatasourceType } from './datasource-type.ts'

/** A datasource while it is edited. */
export interface Draft {
  readonly title: string
  readonly id: string
  readonly isDefault: boolean
  readonly options: Readonly<Record<string, unknown>>
}

/** The path of a page of this host, so no datasource can be opened under it. */
const RESERVED_ID = 'new'

export const newDraft = ({ title, schema }: DatasourceType): Draft => ({
  title,
  id: toId(title),
  isDefault: false,
  options: defaultsOf(schema),
})

/** What is stored, as `options` of the installed version of its plugin. */
export function toDraft({ resource }: Stored, options: Draft['options']): Draft {
  const spec = check(DatasourceSpec, resource.spec, t('The data source {id}', { id: resource.id }))
  return { title: resource.metadata.title, id: resource.id, isDefault: spec.default ?? false, options }
}

/** The resource to store or test; what a form does not show of the stored one stays. */
export function toResource(draft: Draft, type: DatasourceType, namespace: string, stored?: Stored): Stored['resource'] {
  const { apiVersion, kind } = DatasourceKind
  return {
    apiVersion,
    kind,
    namespace,
    id: draft.id,
    metadata: { ...stored?.resource.metadata, title: draft.title.trim() },
    spec: {
      type: type.id,
      options: draft.options,
      ...(type.version > 1 && { version: type.version }),
      ...(draft.isDefault && { default: true }),
    },
  }
}

/** An id made of a title: `Prometheus (EU)` gives `prometheus-eu`; empty when nothing of the title can stand in one. */
export const toId = (title: string) =>
  title
    .normalize('NFKD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9._]+/g, '-')
    .replaceAll(/^[-._]+|-+$/g, '')
    .slice(0, 128)

/** Whether two drafts say the same, however their objects are ordered. */
export const isSameDraft = (a: Draft, b: Draft) => canonical(a) === canonical(b)

const canonical = (value: unknown) =>
  JSON.stringify(value, (_, item: unknown) =>
    typeof item === 'object' && item !== null && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  )

/** What is wrong with a draft, by its fields. */
export interface DraftProblems {
  readonly title?: string
  readonly id?: string
  /** With paths inside the options. */
  readonly options: readonly Problem[]
}

export const noProblems: DraftProblems = { options: [] }
export const isFine = ({ title, id, options }: DraftProblems) =>
  title === undefined && id === undefined && !options.length

export function checkDraft(draft: Draft, { schema }: DatasourceType): DraftProblems {
  const title = titleProblem(draft.title.trim())
  const id = idProblem(draft.id)
  const options = validate(storedSchema(schema), draft.options)
  return {
    ...(title !== undefined && { title }),
    ...(id !== undefined && { id }),
    options: options.ok ? [] : options.problems,
  }
}

function titleProblem(title: string): string | undefined {
  if (title === '') return t('Give it a title.')
  return validate(ResourceMetadata.properties.title, title).ok ? undefined : t('At most 256 characters.')
}

function idProblem(id: string): string | undefined {
  if (id === '') return t('Give it an id.')
  if (id === RESERVED_ID) return t('This id is taken by the host. Choose another one.')
  return validate(ResourceId, id).ok
    ? undefined
    : t('Lower case letters, digits, “-”, “.” and “_”, beginning with a letter or digit; at most 128.')
}
