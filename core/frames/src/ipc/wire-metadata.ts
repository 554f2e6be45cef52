import { isObject } from '@orrery/schema'
import { FrameError } from '../errors.ts'
import { isTableKind, type FieldMeta, type FrameKind, type FrameMeta, type Notice } from '../metadata.ts'

const KEY = 'orrery'
const EXTENSION = 'ARROW:extension:name'
const JSON_EXTENSION = 'arrow.json'

type Metadata = ReadonlyMap<string, string>
type Fields = Readonly<Record<string, unknown>>

const pack = (value: object): [string, string][] => (Object.keys(value).length ? [[KEY, JSON.stringify(value)]] : [])

export const packFrameMeta = (kind: FrameKind, meta: FrameMeta): Map<string, string> => new Map(pack({ kind, ...meta }))

export const packFieldMeta = (meta: FieldMeta & { step?: number }, isJson = false): Map<string, string> =>
  new Map([...pack(meta), ...(isJson ? ([[EXTENSION, JSON_EXTENSION]] as const) : [])])

export const isJsonField = (metadata: Metadata): boolean => metadata.get(EXTENSION) === JSON_EXTENSION

const isString = (value: unknown): value is string => typeof value === 'string'
const isNotice = (value: unknown): value is Notice =>
  isObject(value) && isString(value['text']) && ['info', 'warning', 'error'].includes(value['severity'] as string)
const areNotices = (value: unknown): value is readonly Notice[] => Array.isArray(value) && value.every(isNotice)

function unpack(metadata: Metadata, of: string): Fields {
  let value: unknown
  try {
    value = JSON.parse(metadata.get(KEY) ?? '{}')
  } catch (cause) {
    throw new FrameError('FRAME_MALFORMED', { reason: `the metadata of ${of} is no JSON` }, { cause })
  }
  if (!isObject(value)) throw new FrameError('FRAME_MALFORMED', { reason: `the metadata of ${of} is no object` })
  return value
}

/** The property when it is there; throws FRAME_MALFORMED when it is there and not what it must be. */
function property<Key extends string, T>(
  from: Fields,
  key: Key,
  of: string,
  check: (value: unknown) => value is T,
): { [K in Key]?: T } {
  const value = from[key]
  if (value === undefined) return {}
  if (!check(value))
    throw new FrameError('FRAME_MALFORMED', { reason: `"${key}" in the metadata of ${of} is not what it must be` })
  // One property whose name is the key, which an object literal with a computed name does not say.
  return { [key]: value } as { [K in Key]?: T }
}

/** The kind and metadata of a frame. A foreign Arrow table, without any, is a plain table. */
export function unpackFrameMeta(metadata: Metadata): { kind: FrameKind; meta: FrameMeta } {
  const of = 'the frame'
  const found = unpack(metadata, of)
  const kind = found['kind'] ?? 'table'
  if (kind !== 'series' && !isTableKind(kind)) throw new FrameError('FRAME_KIND_UNKNOWN', { kind: String(kind) })
  const meta: FrameMeta = {
    ...property(found, 'name', of, isString),
    ...property(found, 'refId', of, isString),
    ...property(found, 'notices', of, areNotices),
    ...property(found, 'meta', of, isObject),
  }
  return { kind, meta }
}

export function unpackFieldMeta(metadata: Metadata, field: string): FieldMeta {
  if (!metadata.has(KEY)) return {}
  const of = `field "${field}"`
  const found = unpack(metadata, of)
  return {
    ...property(found, 'unit', of, isString),
    ...property(found, 'displayName', of, isString),
    ...property(found, 'config', of, isObject),
  }
}

/** Milliseconds between the points of a regular series frame. */
export function unpackStep(metadata: Metadata): number {
  const { step } = unpack(metadata, 'the time')
  if (Number.isSafeInteger(step) && Number(step) > 0) return Number(step)
  throw new FrameError('FRAME_MALFORMED', {
    reason: 'the times are regular, but their step is no positive whole number',
  })
}
