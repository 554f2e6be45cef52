import { canonicalText, ResourceError, type Kind, type Resource } from '@orrery/resource'
import { canonicalYaml } from '@orrery/resource/yaml'
import type { StoredResourceBody } from '@orrery/api'
import type { Remote } from './remote.ts'

/** How resources are written: for people, as text that `apply` reads, or by their names. */
export const formats = {
  table: (all: readonly StoredResourceBody[]) => table(all),
  yaml: (all: readonly StoredResourceBody[]) => all.map(({ resource }) => canonicalYaml(resource)).join('---\n'),
  json: (all: readonly StoredResourceBody[]) => toJsonList(all.map(({ resource }) => resource)),
  name: (all: readonly StoredResourceBody[]) => all.map(({ resource: { kind, id } }) => `${kind}/${id}\n`).join(''),
}
export type Format = keyof typeof formats

/** A list of canonical texts. */
const toJsonList = (resources: readonly Resource[]): string =>
  `${JSON.stringify(
    resources.map((resource) => JSON.parse(canonicalText(resource)) as unknown),
    undefined,
    2,
  )}\n`

// A title is somebody else's text: it cannot steer the terminal.
const plain = (text: string) => text.replaceAll(/\p{Cc}/gu, ' ')

const columns: readonly (readonly [string, (stored: StoredResourceBody) => string])[] = [
  ['ID', ({ resource }) => resource.id],
  ['TITLE', ({ resource }) => plain(resource.metadata.title)],
  ['FOLDER', ({ resource }) => plain(resource.metadata.folder ?? '')],
  ['UPDATED', ({ updatedAt }) => updatedAt],
  ['BY', ({ updatedBy }) => plain(updatedBy)],
]

function table(all: readonly StoredResourceBody[]): string {
  const rows = [columns.map(([title]) => title), ...all.map((stored) => columns.map(([, cell]) => cell(stored)))]
  const widths = columns.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)))
  return rows
    .map(
      (row) =>
        `${row
          .map((cell, column) => cell.padEnd(widths[column]!))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('')
}

export interface GetResources {
  readonly kind: Kind
  /** One; all of the kind when absent. */
  readonly id: string | undefined
  readonly search: string | undefined
  readonly format: Format
}

/** The resources as text; RESOURCE_NOT_FOUND. */
export async function getResources(
  { namespace, resources }: Remote,
  { kind, id, search, format }: GetResources,
): Promise<string> {
  if (id === undefined) {
    const all: StoredResourceBody[] = []
    for await (const stored of resources.list(kind.plural, search === undefined ? {} : { search })) all.push(stored)
    return formats[format](all)
  }
  const stored = await resources.get(kind.plural, id)
  if (!stored) throw new ResourceError('RESOURCE_NOT_FOUND', { key: { namespace, kind: kind.kind, id } })
  return format === 'json' ? canonicalText(stored.resource) : formats[format]([stored])
}
