import type { ResourceKey } from '@orrery/resource'
import type { Kysely, Selectable } from 'kysely'
import type { SecretTable, Tables } from './tables.ts'

export type SecretRow = Selectable<SecretTable>

/** The secrets of a document that is about to be stored. */
export interface DocumentSecrets {
  /** Those that come with it. */
  readonly added: readonly SecretRow[]
  /** Ids of the stored ones that it goes on to refer to. */
  readonly kept: readonly string[]
}

/** Makes these the secrets of a resource: within the transaction that writes it, so that neither is there without the other. */
export async function replaceSecrets(
  trx: Kysely<Tables>,
  { namespace, kind, id }: ResourceKey,
  { added, kept }: DocumentSecrets,
): Promise<void> {
  const stored = await trx
    .selectFrom('secrets')
    .select('id')
    .where('namespace', '=', namespace)
    .where('kind', '=', kind)
    .where('resourceId', '=', id)
    .execute()
  const keeps = new Set(kept)
  // One statement a row: a document may hold more secrets than a statement may have parameters.
  for (const row of stored) if (!keeps.has(row.id)) await trx.deleteFrom('secrets').where('id', '=', row.id).execute()
  for (const row of added) await trx.insertInto('secrets').values(row).execute()
}
