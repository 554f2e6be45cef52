import { isObject, type JsonObject } from '@orrery/schema'
import { identityOf } from './identity.ts'
import type { Resource } from './resource.ts'

/**
 * One step from a document to another, as in a JSON patch (RFC 6902) with what it takes away beside what it brings.
 * Steps are applied in their order; a path in a list counts with the steps before it applied.
 */
export type Difference =
  | { readonly op: 'add'; readonly path: string; readonly to: unknown }
  | { readonly op: 'remove'; readonly path: string; readonly from: unknown }
  | { readonly op: 'replace'; readonly path: string; readonly from: unknown; readonly to: unknown }

/** Above so many pairs of items, lists are compared by place. */
const MOST_PAIRS = 1_000_000

/** Pairs of places of the longest common subsequence. */
function alignedPairs(a: readonly string[], b: readonly string[]): readonly (readonly [number, number])[] {
  if (a.length * b.length > MOST_PAIRS)
    return Array.from({ length: Math.min(a.length, b.length) }, (_, i) => [i, i] as const)
  const width = b.length + 1
  // How many are common from each pair of places on.
  const common = new Uint32Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      common[i * width + j] =
        a[i] === b[j]
          ? common[(i + 1) * width + j + 1]! + 1
          : Math.max(common[(i + 1) * width + j]!, common[i * width + j + 1]!)
  const pairs: (readonly [number, number])[] = []
  for (let i = 0, j = 0; i < a.length && j < b.length;)
    if (a[i] === b[j]) pairs.push([i++, j++])
    else if (common[(i + 1) * width + j]! >= common[i * width + j + 1]!) i++
    else j++
  return pairs
}

function compareLists(a: readonly unknown[], b: readonly unknown[], path: string): readonly Difference[] {
  const found: Difference[] = []
  const pairs = [...alignedPairs(a.map(identityOf), b.map(identityOf)), [a.length, b.length] as const]
  let [i, j] = [0, 0]
  for (const [nextI, nextJ] of pairs) {
    // The list is at `j` as it is to be up to there, so what is left over there is the next of the old one.
    for (; i < nextI; i++) found.push({ op: 'remove', path: `${path}/${j}`, from: a[i] })
    for (; j < nextJ; j++) found.push({ op: 'add', path: `${path}/${j}`, to: b[j] })
    if (i < a.length && j < b.length) found.push(...compareValues(a[i++], b[j], `${path}/${j++}`))
  }
  return found
}

const below = (path: string, key: string) => `${path}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`

function compareObjects(a: JsonObject, b: JsonObject, path: string): readonly Difference[] {
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])].sort()
  return keys.flatMap((key): readonly Difference[] => {
    const at = below(path, key)
    if (!Object.hasOwn(b, key)) return [{ op: 'remove', path: at, from: a[key] }]
    if (!Object.hasOwn(a, key)) return [{ op: 'add', path: at, to: b[key] }]
    return compareValues(a[key], b[key], at)
  })
}

function compareValues(a: unknown, b: unknown, path: string): readonly Difference[] {
  if (Array.isArray(a) && Array.isArray(b)) return compareLists(a, b, path)
  if (isObject(a) && isObject(b)) return compareObjects(a, b, path)
  return a === b ? [] : [{ op: 'replace', path, from: a, to: b }]
}

/**
 * What makes one resource of another, by the smallest parts that differ. Panels and other maps are compared by their ids,
 * items of lists by their `id`, `refId`, `name` or `panel` where they have one; an item that moved is removed and added.
 */
export const compareResources = (from: Resource, to: Resource): readonly Difference[] =>
  compareObjects({ ...from }, { ...to }, '')
