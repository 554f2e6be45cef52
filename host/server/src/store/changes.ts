import type { Change, Write } from '@orrery/resource'
import type { Selectable } from 'kysely'
import type { ChangeTable } from './tables.ts'

/** All of a change but its text. */
export const CHANGE_COLUMNS = [
  'change',
  'namespace',
  'kind',
  'id',
  'action',
  'revision',
  'author',
  'at',
  'message',
] as const

export const toChange = ({
  namespace,
  kind,
  id,
  message,
  ...rest
}: Pick<Selectable<ChangeTable>, (typeof CHANGE_COLUMNS)[number]>): Change => ({
  ...rest,
  key: { namespace, kind, id },
  ...(message === null ? {} : { message }),
})

/** What an author says of a change, as a row has it, and as it is told. */
export const messageOf = ({ message }: Write) => ({
  row: { message: message ?? null },
  told: message === undefined ? {} : { message },
})
