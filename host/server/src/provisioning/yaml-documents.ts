import { isMap, LineCounter, parseAllDocuments, type Document } from 'yaml'
import { ServerError } from '../errors.ts'
import { toProblem, type ProvisionedDocument, type ProvisioningProblem, type ReadResult } from './documents.ts'

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

/** Reads the documents of one file. What cannot be read is a problem, never an exception. */
export function parseFile(file: string, text: string): ReadResult {
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
