import { isCollection, isMap, LineCounter, parseAllDocuments, type Document } from 'yaml'

/** A part of a text. */
export interface TextPlace {
  /** Counted from 1. */
  readonly line: number
  /** Counted from 1. */
  readonly column: number
  /** Offsets from 0; the part ends before `to`. */
  readonly from: number
  readonly to: number
}

/** One document of a text, and where its parts stand. */
export interface YamlDocument {
  readonly value: unknown
  /** The line of a place (a JSON pointer), counted from 1; that of the nearest part around it when it is absent. */
  readonly lineOf: (pointer: string) => number
  /** What is to be marked for a place: its key with a plain value, the key of a map or list; as for a line when absent. */
  readonly placeOf: (pointer: string) => TextPlace
}

/** A document that could not be read, where and why. */
export interface YamlProblem extends TextPlace {
  readonly reason: string
}

const MAX_ALIASES = 100

const keysOf = (pointer: string) =>
  pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))

type Range = readonly [from: number, to: number]

/** Of a map or a list only the beginning is marked. */
const rangeOf = (node: unknown): Range | undefined => {
  // What the parser gives for a place has a range, unless it is no node.
  const range = (node as { range?: readonly [number, number, number] } | undefined)?.range
  return range && [range[0], isCollection(node) ? range[0] + 1 : range[1]]
}

function placeIn(document: Document.Parsed, pointer: string): Range {
  const keys = keysOf(pointer)
  for (let depth = keys.length; depth > 0; depth--) {
    const parent = depth === 1 ? document.contents : document.getIn(keys.slice(0, depth - 1), true)
    const pair = isMap(parent) ? parent.items.find(({ key }) => String(key) === keys[depth - 1]) : undefined
    const value = pair?.value ?? document.getIn(keys.slice(0, depth), true)
    const [key, whole] = [rangeOf(pair?.key), rangeOf(value)]
    if (key) return [key[0], whole && !isCollection(value) ? whole[1] : key[1]]
    if (whole) return whole
  }
  const from = document.contents?.range[0] ?? document.range[0]
  return [from, from + 1]
}

/** Reads a text of YAML documents, or of JSON. What cannot be read is a problem, never an exception. */
export function parseYaml(text: string): {
  readonly documents: readonly YamlDocument[]
  readonly problems: readonly YamlProblem[]
} {
  const lines = new LineCounter()
  const toPlace = ([from, to]: Range): TextPlace => {
    const { line, col } = lines.linePos(from)
    return { line, column: col, from, to }
  }
  // JSON is YAML too, and so its places are known as well.
  const parsed = parseAllDocuments(text, { lineCounter: lines, prettyErrors: false })
  const documents: YamlDocument[] = []
  const problems: YamlProblem[] = []
  for (const document of 'empty' in parsed ? [] : parsed) {
    const [error] = document.errors
    if (error) {
      problems.push({ ...toPlace(error.pos), reason: error.message })
      continue
    }
    try {
      const value: unknown = document.toJS({ maxAliasCount: MAX_ALIASES })
      // Nothing but comments between two `---`.
      if (value === null) continue
      const placeOf = (pointer: string) => toPlace(placeIn(document, pointer))
      documents.push({ value, placeOf, lineOf: (pointer) => placeOf(pointer).line })
    } catch (thrown) {
      problems.push({ ...toPlace([document.range[0], document.range[0] + 1]), reason: (thrown as Error).message })
    }
  }
  return { documents, problems }
}
