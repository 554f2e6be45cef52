import type { Json } from '@orrery/frames'
import { readSearch } from './pattern.ts'
import type { TransformContext } from './transform.ts'

/** What a cell holds, by name, in its order; undefined where it is of another format. */
export type Extract = (cell: Json) => ReadonlyMap<string, Json> | undefined

export interface JsonPath {
  /** `a.b[0].c`, from the root; `$.` may stand before it. */
  readonly path: string
  /** What the value is called; the path when it is empty. */
  readonly name?: string | undefined
}

/** Reads the members of objects and lists, or what stands at the paths. */
export function jsonExtractor(paths: readonly JsonPath[]): Extract {
  const parts = paths.map(({ path, name }) => ({ name: name || path, keys: toKeys(path) }))
  return (cell) => {
    const json = typeof cell === 'string' ? parseJson(cell) : cell
    if (json === null || typeof json !== 'object') return undefined
    if (parts.length === 0) return new Map(Object.entries(json))
    const found = new Map<string, Json>()
    for (const { name, keys } of parts) {
      const value = valueAt(json, keys)
      if (value !== undefined) found.set(name, value)
    }
    return found
  }
}

function parseJson(text: string): Json {
  if (!/^\s*[[{]/.test(text)) return null
  try {
    // What JSON.parse gives is JSON.
    return JSON.parse(text) as Json
  } catch {
    return null
  }
}

const toKeys = (path: string): readonly string[] =>
  Array.from(
    path
      .trim()
      .replace(/^\$\.?/, '')
      .matchAll(/\[\s*(?:"([^"]*)"|'([^']*)'|([^\]]*))\s*\]|([^.[\]]+)/g),
    ([, double, single, index, key]) => double ?? single ?? index ?? key ?? '',
  )

function valueAt(json: Json, keys: readonly string[]): Json | undefined {
  let value: Json | undefined = json
  for (const key of keys) {
    if (value === null || typeof value !== 'object' || !Object.hasOwn(value, key)) return undefined
    value = (value as Readonly<Record<string, Json>>)[key]
  }
  return value
}

const pairPattern = /("(?:[^"\\]|\\.)*"|[^\s"'=:,;&{}]+)\s*[=:]\s*("(?:[^"\\]|\\.)*"|'[^']*'|[^\s,;&{}]*)/g

/** Reads `a=b, c: "d e"`. */
export const pairsExtractor: Extract = (cell) => {
  if (typeof cell !== 'string') return undefined
  const found = new Map<string, Json>()
  for (const [, key, value] of cell.matchAll(pairPattern)) found.set(unquoted(key!), unquoted(value!))
  return found.size > 0 ? found : undefined
}

function unquoted(text: string): string {
  if (/^'.*'$/s.test(text)) return text.slice(1, -1)
  if (!/^".*"$/s.test(text)) return text
  const parsed = parseJson(`[${text}]`)
  return Array.isArray(parsed) ? String(parsed[0]) : text.slice(1, -1)
}

/** Reads the named groups of a pattern, and groups without names by their numbers. */
export function patternExtractor(text: string, note: TransformContext['note']): Extract {
  const given = readSearch(text, note)
  const pattern = given && new RegExp(given.source, given.flags.replaceAll(/[gy]/g, ''))
  return (cell) => {
    const match = pattern && typeof cell === 'string' ? pattern.exec(cell) : null
    if (!match) return undefined
    const groups = match.groups
      ? Object.entries(match.groups)
      : match.slice(1).map((group, i) => [String(i + 1), group] as const)
    return new Map(groups.flatMap(([name, group]) => (group === undefined ? [] : [[name, group]])))
  }
}

/** Reads the parts between delimiters: each is the name of a field that is 1 where it is there. */
export const delimiterExtractor =
  (delimiter: string): Extract =>
  (cell) => {
    if (typeof cell !== 'string' || cell.trim() === '') return undefined
    const parts = cell.split(delimiter || ',').map((part) => part.trim())
    return new Map(parts.filter(Boolean).map((part) => [part, 1]))
  }
