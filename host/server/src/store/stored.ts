import type { Resource, StoredResource } from '@orrery/resource'
import type { Selectable } from 'kysely'
import type { ResourceTable } from './tables.ts'

export type StoredRow = Pick<
  Selectable<ResourceTable>,
  'text' | 'revision' | 'change' | 'createdAt' | 'updatedAt' | 'updatedBy' | 'managedBy'
>

/** What the store knows of a resource besides its text. */
export const toKnown = (row: StoredRow) => ({
  revision: row.revision,
  change: row.change,
  createdAt: row.createdAt,
  updatedAt: row.updatedAt,
  updatedBy: row.updatedBy,
  ...(row.managedBy === null ? {} : { managedBy: row.managedBy }),
})

export const toStored = (row: StoredRow): StoredResource => ({
  // The text was written by `canonicalText` of a checked resource.
  resource: JSON.parse(row.text) as Resource,
  ...toKnown(row),
})
