import { readdir, readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import type { CodedError } from '@orrery/schema'
import { isMap, LineCounter, parseAllDocuments, type Document } from 'yaml'
import { ServerError } from '../errors.ts'

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
  /** Absent when it is the whole file or folder. */
  readonly line?: number
  readonly code: string
  readonly reason: string
}

export const toProblem = (file: string, { code, message }: CodedError, line?: number): ProvisioningProblem => ({
  file,
  ...(line === undefined ? {} : { line }),
  code,
  reason: message,
})

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
    const fail = (offset: number, reason: string) =>
      problems.push(toProblem(file, new ServerError('PROVISIONING_SYNTAX', { reason }), lines.linePos(offset).line))
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

const unreadable = (error: unknown) =>
  new ServerError('PROVISIONING_UNREADABLE', { reason: (error as NodeJS.ErrnoException).code ?? String(error) })

/** Reads every YAML and JSON file below a folder, in the order of their names. What cannot be read is a problem, never an exception. */
export async function readDocuments(folder: string): Promise<ReadResult> {
  const documents: ProvisionedDocument[] = []
  const problems: ProvisioningProblem[] = []
  let names: string[] = []
  try {
    names = (await readdir(folder, { recursive: true })).filter((name) => extensions.has(extname(name))).sort()
  } catch (error) {
    problems.push(toProblem(folder, unreadable(error)))
  }
  for (const name of names) {
    const file = join(folder, name)
    try {
      const read = parseFile(file, await readFile(file, 'utf8'))
      documents.push(...read.documents)
      problems.push(...read.problems)
    } catch (error) {
      problems.push(toProblem(file, unreadable(error)))
    }
  }
  return { documents, problems }
}
