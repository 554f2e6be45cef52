import { kinds } from '@orrery/api'
import { checkDashboard, checkLibraryPanel, checkPlaylist, Dashboard, LibraryPanel, Playlist } from '@orrery/dashboard'
import { checkResource, ResourceMetadata, type Resource } from '@orrery/resource'
import { isCodedError, refsOf, type Reference } from '@orrery/schema'
import { HostError } from '../errors.ts'
import { problemsOf, toFileProblem, type FileProblem } from './file-problem.ts'
import { nameOf, type NamedDocument } from './resource-set.ts'

/** A resource that none of the files has, and where it is named. */
export interface MissingReference {
  readonly document: NamedDocument
  readonly reference: Reference
}

export interface CheckedResources {
  readonly problems: readonly FileProblem[]
  readonly missing: readonly MissingReference[]
}

function problemsIn(document: NamedDocument): readonly FileProblem[] {
  const kind = kinds.find((known) => known.kind === document.kind)
  if (!kind) {
    const reason = `kind must be one of ${kinds.map((known) => known.kind).join(', ')}`
    return [toFileProblem(document.file, new HostError('FILE_INVALID', { reason }), document.lineOf('/kind'))]
  }
  try {
    if (kind.kind === Dashboard.kind) checkDashboard(checkResource(Dashboard, document.value).spec)
    else if (kind.kind === LibraryPanel.kind) checkLibraryPanel(document.value)
    else if (kind.kind === Playlist.kind) checkPlaylist(document.value)
    else checkResource(kind, document.value)
    return []
  } catch (error) {
    if (!isCodedError(error)) throw error
    return problemsOf(document, error)
  }
}

function referencesOf({ kind, value }: NamedDocument): readonly Reference[] {
  const { spec } = kinds.find((known) => known.kind === kind)!
  // It was just checked.
  const resource = value as Resource
  const below = (prefix: string, references: readonly Reference[]) =>
    references.map((reference) => ({ ...reference, path: prefix + reference.path }))
  return [
    ...below('/metadata', refsOf(ResourceMetadata, resource.metadata)),
    ...below('/spec', refsOf(spec, resource.spec)),
  ]
}

/** Checks resources without a host: their envelope, their spec, and what they refer to. Options of plugins are not. */
export function checkResources(named: readonly NamedDocument[]): CheckedResources {
  const problems: FileProblem[] = []
  const missing: MissingReference[] = []
  const known = new Set(named.map(nameOf))
  for (const document of named) {
    const found = problemsIn(document)
    problems.push(...found)
    if (found.length) continue
    for (const reference of referencesOf(document))
      if (!known.has(nameOf(reference))) missing.push({ document, reference })
  }
  return { problems, missing }
}
