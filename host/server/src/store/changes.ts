import type { Change } from '@orrery/resource'
import type { Selectable } from 'kysely'
import type { ChangeTable } from './tables.ts'

/** All of a change but its text. */
export const CHANGE_COLUMNS = ['change', 'namespace', 'kind', 'id', 'action', 'revision', 'author', 'at'] as const

export const toChange = ({
  namespace,
  kind,
  id,
  ...rest
}: Pick<Selectable<ChangeTable>, (typeof CHANGE_COLUMNS)[number]>): Change => ({
  ...rest,
  key: { namespace, kind, id },
})
