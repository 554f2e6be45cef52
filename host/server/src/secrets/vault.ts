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
import type { Kysely } from 'kysely'
import { ServerError } from '../errors.ts'
import type { DocumentSecrets, SecretRow } from '../store/secret-rows.ts'
import type { Tables } from '../store/tables.ts'
import type { Cipher } from './cipher.ts'
import { readSource } from './source.ts'

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
  /** To be stored with the document. */
  readonly secrets: DocumentSecrets
}

/** Encrypts the secrets of documents, and gives them back to server code only. */
export interface Vault {
  /**
   * SECRET_REENTER for a reference to a secret that is not stored with the resource, or whose target changed;
   * SECRET_SOURCE_FORBIDDEN for a source of the host's.
   */
  readonly seal: (request: SealRequest) => Promise<Sealed>
  /** The options with every secret as text. SECRET_UNREADABLE, SECRET_SOURCE_MISSING. */
  readonly open: (key: ResourceKey, schema: OptionsSchema, options: unknown) => Promise<unknown>
  /** The options as sent with every secret as text, where `seal` would take them; nothing is kept. */
  readonly reveal: (request: SealRequest) => Promise<unknown>
}

/** What a secret is sealed for. */
export const placeOf = ({ namespace, kind, id }: ResourceKey, path: string) => `${namespace}/${kind}/${id}${path}`

const refsIn = (schema: OptionsSchema, options: unknown) => {
  const refs: { readonly ref: SecretRef; readonly path: string }[] = []
  mapSecrets(schema, options, (secret, path) => {
    if (isSecretRef(secret)) refs.push({ ref: secret, path })
    return secret
  })
  return refs
}

const idsIn = (schema: OptionsSchema, options: unknown) =>
  refsIn(schema, options).flatMap(({ ref }) => ('$secret' in ref ? [ref.$secret] : []))

/** A secret may move in its list, and nowhere else: in another field it would be sent in another way. */
const slotOf = (path: string, ref: SecretRef) => `${path.replace(/\/\d+(?=\/|$)/g, '/*')} ${JSON.stringify(ref)}`

const withoutSecrets = (schema: OptionsSchema, options: unknown) =>
  JSON.stringify(mapSecrets(schema, options, () => undefined))

/** Whether secrets go where they went. Where nothing says where that is, any change may change it. */
const hasSameTargets = (schema: OptionsSchema, before: unknown, after: unknown) =>
  hasSameSecretTargets(schema, before, after) &&
  (secretTargetPaths(schema, after).length > 0 || withoutSecrets(schema, before) === withoutSecrets(schema, after))

/** Judges the references that were sent: a known one may stay while secrets go where they went. */
const createJudge = ({ schema, options, stored, trusted = false }: SealRequest) => {
  const known = new Set(stored === undefined ? [] : refsIn(schema, stored).map(({ ref, path }) => slotOf(path, ref)))
  const stays = stored !== undefined && hasSameTargets(schema, stored, options)
  const isKnown = (ref: SecretRef, path: string) => known.has(slotOf(path, ref))
  const assertAllowed = (ref: SecretRef, path: string) => {
    if (isKnown(ref, path) && stays) return
    if (!('$secret' in ref)) {
      if (trusted) return
      if (!isKnown(ref, path)) throw new ServerError('SECRET_SOURCE_FORBIDDEN', { path })
    }
    const targets = secretTargetPaths(schema, options).join(', ') || 'the resource'
    const reason = isKnown(ref, path)
      ? `${targets}, where it is sent to, was changed`
      : 'no such secret is stored with this resource at this place'
    throw new ServerError('SECRET_REENTER', { path, reason })
  }
  return { assertAllowed, isKept: (id: string, path: string) => stays && isKnown({ $secret: id }, path) }
}

/** `onOpened` hears every secret that is opened, for which it is not to be told on. */
export function createVault(db: Kysely<Tables>, cipher: Cipher, onOpened: (secret: string) => void = () => {}): Vault {
  const rowsOf = ({ namespace, kind, id }: ResourceKey) =>
    db
      .selectFrom('secrets')
      .selectAll()
      .where('namespace', '=', namespace)
      .where('kind', '=', kind)
      .where('resourceId', '=', id)
      .execute()

  const textOf = (key: ResourceKey, row: SecretRow | undefined, path: string) => {
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
      const text = !isSecretRef(secret)
        ? secret
        : '$secret' in secret
          ? textOf(key, rows.get(secret.$secret), path)
          : readSource(secret, path)
      if (typeof text === 'string') onOpened(text)
      return text
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
        rows.find((row) => row.path === path && isKept(row.id, path) && textOf(key, row, path) === text)
      const added: SecretRow[] = []
      const add = (text: string, path: string) => {
        const { namespace, kind, id: resourceId } = key
        const sealed = cipher.seal(text, placeOf(key, path))
        const row = { id: randomUUID(), namespace, kind, resourceId, path, sealed }
        added.push(row)
        return row
      }

      const sealed = mapSecrets(schema, options, (secret, path) => {
        if (isSecretRef(secret)) assertAllowed(secret, path)
        // What is neither a text nor a reference is no secret: the schema may permit null here.
        return typeof secret === 'string' ? { $secret: (same(secret, path) ?? add(secret, path)).id } : secret
      })
      return { options: sealed, secrets: { added, kept: idsIn(schema, sealed) } }
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
  }
}
