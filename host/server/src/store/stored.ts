import type { Resource, StoredResource } from '@orrery/resource'
import type { Selectable } from 'kysely'
import { ServerError } from '../errors.ts'
import type { ResourceTable } from './tables.ts'

export type StoredRow = Pick<
  Selectable<ResourceTable>,
  'kind' | 'id' | 'text' | 'revision' | 'change' | 'createdAt' | 'updatedAt' | 'updatedBy' | 'managedBy'
>

/** What the store knows of a resource besides its text. */
export const toKnown = (row: Omit<StoredRow, 'kind' | 'id' | 'text'>) => ({
  revision: row.revision,
  change: row.change,
  createdAt: row.createdAt,
  updatedAt: row.updatedAt,
  updatedBy: row.updatedBy,
  ...(row.managedBy === null ? {} : { managedBy: row.managedBy }),
})

/** STORE_DAMAGED for a text that is none of a resource any more. */
export function parseText({ kind, id, text }: Pick<StoredRow, 'kind' | 'id' | 'text'>): Resource {
  try {
    // The text was written by `canonicalText` of a checked resource.
    return JSON.parse(text) as Resource
  } catch (cause) {
    throw new ServerError('STORE_DAMAGED', { kind, id }, { cause })
  }
}

export const toStored = (row: StoredRow): StoredResource => ({ resource: parseText(row), ...toKnown(row) })
