import { isMap, LineCounter, parseAllDocuments, type Document } from 'yaml'

/** One document of a text, and where its parts stand. */
export interface YamlDocument {
  readonly value: unknown
  /** The line of a place (a JSON pointer), counted from 1; that of the nearest part around it when it is absent. */
  readonly lineOf: (pointer: string) => number
}

/** A document that could not be read, and why. */
export interface YamlProblem {
  readonly line: number
  readonly reason: string
}

const MAX_ALIASES = 100

const keysOf = (pointer: string) =>
  pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))

const rangeOf = (node: unknown) => (node as { range?: readonly [number, number, number] } | undefined)?.range?.[0]

function offsetOf(document: Document.Parsed, pointer: string): number {
  const keys = keysOf(pointer)
  for (let depth = keys.length; depth > 0; depth--) {
    const parent = depth === 1 ? document.contents : document.getIn(keys.slice(0, depth - 1), true)
    const pair = isMap(parent) ? parent.items.find(({ key }) => String(key) === keys[depth - 1]) : undefined
    const offset = rangeOf(pair?.key) ?? rangeOf(document.getIn(keys.slice(0, depth), true))
    if (offset !== undefined) return offset
  }
  return document.contents?.range[0] ?? document.range[0]
}

/** Reads a text of YAML documents, or of JSON. What cannot be read is a problem, never an exception. */
export function parseYaml(text: string): {
  readonly documents: readonly YamlDocument[]
  readonly problems: readonly YamlProblem[]
} {
  const lines = new LineCounter()
  const lineAt = (offset: number) => lines.linePos(offset).line
  // JSON is YAML too, and so its places are known as well.
  const parsed = parseAllDocuments(text, { lineCounter: lines, prettyErrors: false })
  const documents: YamlDocument[] = []
  const problems: YamlProblem[] = []
  for (const document of 'empty' in parsed ? [] : parsed) {
    const [error] = document.errors
    if (error) {
      problems.push({ line: lineAt(error.pos[0]), reason: error.message })
      continue
    }
    try {
      const value: unknown = document.toJS({ maxAliasCount: MAX_ALIASES })
      // Nothing but comments between two `---`.
      if (value === null) continue
      documents.push({ value, lineOf: (pointer) => lineAt(offsetOf(document, pointer)) })
    } catch (thrown) {
      problems.push({ line: lineAt(document.range[0]), reason: (thrown as Error).message })
    }
  }
  return { documents, problems }
}
