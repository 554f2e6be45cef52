import { resourceSchema, type Kind } from '@orrery/resource'
import { type TSchema } from '@orrery/schema'
import { kinds } from '../kinds.ts'
import { PluginInfo, PluginList } from '../plugins.ts'
import { Problem } from '../problem.ts'
import { DraftQuery, QueryBatch, SealedPanel } from '../query.ts'
import {
  AnyResource,
  Applied,
  Apply,
  ChangeBody,
  ChangeList,
  ResourceBody,
  ResourceList,
  ServedResource,
  StoredResourceBody,
  UsageList,
} from '../resources.ts'
import { NewUser, Session, Setup, SignIn, User } from '../session.ts'
import { AccessToken, NewAccessToken, TokenInfo, TokenList } from '../tokens.ts'

/** JSON of a document: what a schema becomes. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json }

/** Which schema objects are written as references, and under which name. */
export type Names = ReadonlyMap<TSchema, string>

const named = {
  Problem,
  Session,
  SignIn,
  Setup,
  NewUser,
  User,
  AccessToken,
  NewAccessToken,
  TokenInfo,
  TokenList,
  PluginInfo,
  PluginList,
  QueryBatch,
  SealedPanel,
  DraftQuery,
  Apply,
  Applied,
  Change: ChangeBody,
  ChangeList,
  UsageList,
}

export const refTo = (name: string) => ({ $ref: `#/components/schemas/${name}` })

/** A schema as the document has it: what has a name is referred to, but for the schema itself. */
export function write(schema: TSchema, names: Names): Json {
  const inner = (node: unknown): unknown => {
    if (typeof node !== 'object' || node === null) return node
    const name = names.get(node)
    if (name !== undefined) return refTo(name)
    return Array.isArray(node) ? node.map(inner) : within(node)
  }
  const within = (node: object) => Object.fromEntries(Object.entries(node).map(([key, value]) => [key, inner(value)]))
  // Schemas are JSON: they come into manifests as they are.
  return within(schema) as Json
}

/** A schema where it is used: a reference when it has a name. */
export const use = (schema: TSchema, names: Names): Json => {
  const name = names.get(schema)
  return name === undefined ? write(schema, names) : refTo(name)
}

/** `dashboard` as `Dashboard`. */
export const titleOf = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

const ofAny: Names = new Map<TSchema, string>([
  ...Object.entries(named).map(([name, schema]): [TSchema, string] => [schema, name]),
  [AnyResource, 'Resource'],
  [ResourceBody, 'Resource'],
  [ServedResource, 'Resource'],
  [StoredResourceBody, 'StoredResource'],
  [ResourceList, 'ResourceList'],
])

/** The names of schemas in the routes of a kind, or in those of none. */
export function namesOf(kind: Kind | undefined): Names {
  if (!kind) return ofAny
  const name = titleOf(kind.kind)
  return new Map([
    ...ofAny,
    [AnyResource, name],
    [ResourceBody, name],
    [ServedResource, name],
    [StoredResourceBody, `Stored${name}`],
    [ResourceList, `${name}List`],
  ])
}

/** Every schema that has a name. */
export function schemas(): Readonly<Record<string, Json>> {
  const ofKinds = kinds.flatMap((kind) => {
    const names = namesOf(kind)
    const name = titleOf(kind.kind)
    return [
      [name, write(resourceSchema(kind), names)],
      [`Stored${name}`, write(StoredResourceBody, names)],
      [`${name}List`, write(ResourceList, names)],
    ] as const
  })
  return {
    ...Object.fromEntries(Object.entries(named).map(([name, schema]) => [name, write(schema, ofAny)])),
    Resource: write(ResourceBody, ofAny),
    StoredResource: write(StoredResourceBody, ofAny),
    ResourceList: write(ResourceList, ofAny),
    ...Object.fromEntries(ofKinds),
  }
}
