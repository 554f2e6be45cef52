import { readdir, readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { isMap, LineCounter, parseAllDocuments, type Document } from 'yaml'

/** One document of a file, and where its parts stand. */
export interface ProvisionedDocument {
  readonly file: string
  readonly value: unknown
  /** The line of a place, counted from 1; that of the nearest part around it when it is absent. */
  readonly lineOf: (pointer: string) => number
}

/** What of a file could not be taken, and where. */
export interface ProvisioningProblem {
  readonly file: string
  readonly line?: number
  readonly reason: string
}

export interface ReadResult {
  readonly documents: readonly ProvisionedDocument[]
  readonly problems: readonly ProvisioningProblem[]
}

const MAX_ALIASES = 100
const extensions = new Set(['.yaml', '.yml', '.json'])

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

function parseFile(file: string, text: string): ReadResult {
  const lines = new LineCounter()
  // JSON is YAML too, and so its places are known as well.
  const parsed = parseAllDocuments(text, { lineCounter: lines, prettyErrors: false })
  const documents: ProvisionedDocument[] = []
  const problems: ProvisioningProblem[] = []
  for (const document of 'empty' in parsed ? [] : parsed) {
    const [error] = document.errors
    const fail = (offset: number, reason: string) => problems.push({ file, line: lines.linePos(offset).line, reason })
    if (error) {
      fail(error.pos[0], error.message)
      continue
    }
    try {
      const value: unknown = document.toJS({ maxAliasCount: MAX_ALIASES })
      // Nothing but comments between two `---`.
      if (value === null) continue
      documents.push({ file, value, lineOf: (pointer) => lines.linePos(offsetOf(document, pointer)).line })
    } catch (thrown) {
      fail(document.range[0], (thrown as Error).message)
    }
  }
  return { documents, problems }
}

const reasonOf = (error: unknown) => (error as NodeJS.ErrnoException).code ?? String(error)

/** Reads every YAML and JSON file below a folder, in the order of their names. What cannot be read is a problem, never an exception. */
export async function readDocuments(folder: string): Promise<ReadResult> {
  const documents: ProvisionedDocument[] = []
  const problems: ProvisioningProblem[] = []
  let names: string[] = []
  try {
    names = (await readdir(folder, { recursive: true })).filter((name) => extensions.has(extname(name))).sort()
  } catch (error) {
    problems.push({ file: folder, reason: `the folder cannot be read: ${reasonOf(error)}` })
  }
  for (const name of names) {
    const file = join(folder, name)
    try {
      const read = parseFile(file, await readFile(file, 'utf8'))
      documents.push(...read.documents)
      problems.push(...read.problems)
    } catch (error) {
      problems.push({ file, reason: `the file cannot be read: ${reasonOf(error)}` })
    }
  }
  return { documents, problems }
}
