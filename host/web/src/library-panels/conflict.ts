import { LibraryPanel } from '@orrery/dashboard'
import { Type, validate } from '@orrery/sdk'
import { ApiError } from '../api/client.ts'

const OfLibrary = Type.Object({ key: Type.Object({ kind: Type.Literal(LibraryPanel.kind), id: Type.String() }) })

/** The panel of the library that somebody else saved first; undefined for any other error. */
export function conflictingPanel(error: unknown): string | undefined {
  if (!(error instanceof ApiError) || error.code !== 'RESOURCE_CONFLICT') return undefined
  const found = validate(OfLibrary, error.params)
  return found.ok ? found.value.key.id : undefined
}
