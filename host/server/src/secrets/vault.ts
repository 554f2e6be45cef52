import { randomUUID } from 'node:crypto'
import type { ResourceKey } from '@orrery/resource'
import { hasSameSecretTargets, isSecretRef, mapSecrets, secretTargetPaths, type OptionsSchema } from '@orrery/schema'
import type { Kysely, Selectable } from 'kysely'
import { ServerError } from '../errors.ts'
import type { SecretTable, Tables } from '../store/tables.ts'
import type { Cipher } from './cipher.ts'
import { readSource } from './source.ts'

type Row = Selectable<SecretTable>

export interface SealRequest {
  readonly key: ResourceKey
  readonly schema: OptionsSchema
  /** As sent: secrets are texts, or the references that were read. */
  readonly options: unknown
  /** As stored now. */
  readonly stored?: unknown
  /** Of the host's own configuration: it may name environment variables and files. */
  readonly trusted?: boolean
}

/** Options that may be stored: every secret in them is a reference. */
export interface Sealed {
  readonly options: unknown
  /** Keeps the new secrets; before the document that refers to them is stored. */
  readonly keep: () => Promise<void>
  /** Removes those that the document does not refer to; after it is stored, or after that failed, with what is stored then. */
  readonly prune: (stored: unknown) => Promise<void>
}

/** Encrypts the secrets of documents, and gives them back to server code only. */
export interface Vault {
  readonly seal: (request: SealRequest) => Promise<Sealed>
  /** The options with every secret as text. */
  readonly open: (key: ResourceKey, schema: OptionsSchema, options: unknown) => Promise<unknown>
  /** Removes the secrets of a resource that is gone. */
  readonly forget: (key: ResourceKey) => Promise<void>
}

const placeOf = ({ namespace, kind, id }: ResourceKey, path: string) => `${namespace}/${kind}/${id}${path}`

const idsIn = (schema: OptionsSchema, options: unknown) => {
  const ids = new Set<string>()
  mapSecrets(schema, options, (secret) => {
    if (isSecretRef(secret) && '$secret' in secret) ids.add(secret.$secret)
    return secret
  })
  return ids
}

const sourcesIn = (schema: OptionsSchema, options: unknown) => {
  const sources = new Set<string>()
  mapSecrets(schema, options, (secret) => {
    if (isSecretRef(secret)) sources.add(JSON.stringify(secret))
    return secret
  })
  return sources
}

export function createVault(db: Kysely<Tables>, cipher: Cipher): Vault {
  const rowsOf = async ({ namespace, kind, id }: ResourceKey) => {
    const rows = await db
      .selectFrom('secrets')
      .selectAll()
      .where('namespace', '=', namespace)
      .where('kind', '=', kind)
      .where('resourceId', '=', id)
      .execute()
    return new Map(rows.map((row) => [row.id, row]))
  }
  const textOf = (key: ResourceKey, row: Row | undefined, path: string) => {
    try {
      if (row) return cipher.open(row.sealed, placeOf(key, row.path))
    } catch (cause) {
      throw new ServerError('SECRET_UNREADABLE', { path, kind: key.kind, id: key.id }, { cause })
    }
    throw new ServerError('SECRET_UNREADABLE', { path, kind: key.kind, id: key.id })
  }
  const removeOthers = async (key: ResourceKey, ids: ReadonlySet<string>) => {
    for (const id of (await rowsOf(key)).keys())
      if (!ids.has(id)) await db.deleteFrom('secrets').where('id', '=', id).execute()
  }

  return {
    seal: async ({ key, schema, options, stored, trusted = false }) => {
      const rows = await rowsOf(key)
      const known = stored === undefined ? new Set<string>() : sourcesIn(schema, stored)
      const moved = stored === undefined || !hasSameSecretTargets(schema, stored, options)
      const added: Row[] = []
      // A configuration that is read at each start says the same secret again: the stored one stays, so nothing changes.
      const same = (text: string, path: string) =>
        [...rows.values()].find(
          (row) =>
            row.path === path && known.has(JSON.stringify({ $secret: row.id })) && textOf(key, row, path) === text,
        )

      const sealed = mapSecrets(schema, options, (secret, path) => {
        if (isSecretRef(secret)) {
          const isKnown = known.has(JSON.stringify(secret))
          if (!('$secret' in secret) && (trusted || (isKnown && !moved))) return secret
          if (!('$secret' in secret) && !isKnown) throw new ServerError('SECRET_SOURCE_FORBIDDEN', { path })
          if (isKnown && !moved) return secret
          throw new ServerError('SECRET_REENTER', {
            path,
            target: secretTargetPaths(schema, options).join(', ') || 'the resource',
          })
        }
        const text = String(secret)
        const found = trusted && !moved ? same(text, path) : undefined
        if (found) return { $secret: found.id }
        const id = randomUUID()
        const { namespace, kind, id: resourceId } = key
        added.push({ id, namespace, kind, resourceId, path, sealed: cipher.seal(text, placeOf(key, path)) })
        return { $secret: id }
      })
      return {
        options: sealed,
        keep: async () => {
          if (added.length) await db.insertInto('secrets').values(added).execute()
        },
        prune: (now) => removeOthers(key, now === undefined ? new Set() : idsIn(schema, now)),
      }
    },
    open: async (key, schema, options) => {
      const rows = await rowsOf(key)
      return mapSecrets(schema, options, (secret, path) => {
        if (!isSecretRef(secret)) return secret
        return '$secret' in secret ? textOf(key, rows.get(secret.$secret), path) : readSource(secret, path)
      })
    },
    forget: (key) => removeOthers(key, new Set()),
  }
}
