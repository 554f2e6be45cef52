import { randomUUID } from 'node:crypto'
import type { ResourceKey } from '@orrery/resource'
import {
  hasSameSecretTargets,
  isSecretRef,
  mapSecrets,
  secretTargetPaths,
  type OptionsSchema,
  type SecretRef,
} from '@orrery/schema'
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
  /** Removes the new secrets: the document was not stored. */
  readonly discard: () => Promise<void>
  /** Removes the secrets of the resource that the stored document does not refer to. */
  readonly settle: () => Promise<void>
}

/** Encrypts the secrets of documents, and gives them back to server code only. */
export interface Vault {
  /** SECRET_REENTER for a stored secret whose target changed, SECRET_SOURCE_FORBIDDEN for a source of the host's. */
  readonly seal: (request: SealRequest) => Promise<Sealed>
  /** The options with every secret as text. SECRET_UNREADABLE, SECRET_SOURCE_MISSING. */
  readonly open: (key: ResourceKey, schema: OptionsSchema, options: unknown) => Promise<unknown>
  /** The options as sent with every secret as text, where `seal` would take them; nothing is kept. */
  readonly reveal: (request: SealRequest) => Promise<unknown>
  /** Removes the secrets of a resource that is gone. */
  readonly forget: (key: ResourceKey) => Promise<void>
}

const placeOf = ({ namespace, kind, id }: ResourceKey, path: string) => `${namespace}/${kind}/${id}${path}`

const refsIn = (schema: OptionsSchema, options: unknown): readonly SecretRef[] => {
  const refs: SecretRef[] = []
  mapSecrets(schema, options, (secret) => {
    if (isSecretRef(secret)) refs.push(secret)
    return secret
  })
  return refs
}

const idsIn = (schema: OptionsSchema, options: unknown) =>
  refsIn(schema, options).flatMap((ref) => ('$secret' in ref ? [ref.$secret] : []))

/** Judges the references that were sent: a known one may stay while secrets go where they went. */
const createJudge = ({ schema, options, stored, trusted = false }: SealRequest) => {
  const known = new Set((stored === undefined ? [] : refsIn(schema, stored)).map((ref) => JSON.stringify(ref)))
  const stays = stored !== undefined && hasSameSecretTargets(schema, stored, options)
  const assertAllowed = (ref: SecretRef, path: string) => {
    const isKnown = known.has(JSON.stringify(ref))
    if (isKnown && stays) return
    if (!('$secret' in ref)) {
      if (trusted) return
      if (!isKnown) throw new ServerError('SECRET_SOURCE_FORBIDDEN', { path })
    }
    const target = secretTargetPaths(schema, options).join(', ') || 'the resource'
    throw new ServerError('SECRET_REENTER', { path, target })
  }
  return { assertAllowed, isKept: (id: string) => stays && known.has(JSON.stringify({ $secret: id })) }
}

export function createVault(db: Kysely<Tables>, cipher: Cipher): Vault {
  const rowsOf = ({ namespace, kind, id }: ResourceKey) =>
    db
      .selectFrom('secrets')
      .selectAll()
      .where('namespace', '=', namespace)
      .where('kind', '=', kind)
      .where('resourceId', '=', id)
      .execute()

  const remove = async (ids: readonly string[]) => {
    for (const id of ids) await db.deleteFrom('secrets').where('id', '=', id).execute()
  }

  const textOf = (key: ResourceKey, row: Row | undefined, path: string) => {
    const failed = { path, kind: key.kind, id: key.id }
    if (!row) throw new ServerError('SECRET_UNREADABLE', failed)
    try {
      return cipher.open(row.sealed, placeOf(key, row.path))
    } catch (cause) {
      throw new ServerError('SECRET_UNREADABLE', failed, { cause })
    }
  }

  const open: Vault['open'] = async (key, schema, options) => {
    const rows = new Map((await rowsOf(key)).map((row) => [row.id, row]))
    return mapSecrets(schema, options, (secret, path) => {
      if (!isSecretRef(secret)) return secret
      return '$secret' in secret ? textOf(key, rows.get(secret.$secret), path) : readSource(secret, path)
    })
  }

  return {
    open,
    seal: async (request) => {
      const { key, schema, options, trusted = false } = request
      const { assertAllowed, isKept } = createJudge(request)
      const rows = trusted ? await rowsOf(key) : []
      // A configuration is read at each start and says the same secrets again: those that are stored stay.
      const same = (text: string, path: string) =>
        rows.find((row) => row.path === path && isKept(row.id) && textOf(key, row, path) === text)
      const added: Row[] = []
      const add = (text: string, path: string) => {
        const { namespace, kind, id: resourceId } = key
        const sealed = cipher.seal(text, placeOf(key, path))
        const row = { id: randomUUID(), namespace, kind, resourceId, path, sealed }
        added.push(row)
        return row
      }

      const sealed = mapSecrets(schema, options, (secret, path) => {
        if (!isSecretRef(secret)) return { $secret: (same(String(secret), path) ?? add(String(secret), path)).id }
        assertAllowed(secret, path)
        return secret
      })
      return {
        options: sealed,
        keep: async () => {
          if (added.length) await db.insertInto('secrets').values(added).execute()
        },
        discard: () => remove(added.map(({ id }) => id)),
        settle: async () => {
          const now = new Set(idsIn(schema, sealed))
          await remove((await rowsOf(key)).flatMap(({ id }) => (now.has(id) ? [] : [id])))
        },
      }
    },
    reveal: async (request) => {
      const { key, schema, options } = request
      const { assertAllowed } = createJudge(request)
      mapSecrets(schema, options, (secret, path) => {
        if (isSecretRef(secret)) assertAllowed(secret, path)
        return secret
      })
      return open(key, schema, options)
    },
    forget: async (key) => remove((await rowsOf(key)).map(({ id }) => id)),
  }
}
