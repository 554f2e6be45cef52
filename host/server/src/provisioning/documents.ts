import { readdir, readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import type { YamlDocument } from '@orrery/resource/yaml'
import type { CodedError } from '@orrery/schema'
import { ServerError } from '../errors.ts'

/** One document of a file, and where its parts stand. */
export interface ProvisionedDocument extends YamlDocument {
  readonly file: string
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

const extensions = new Set(['.yaml', '.yml', '.json'])

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
  if (!names.length) return { documents, problems }
  // The reader of YAML is loaded only where there is something to read.
  const { parseYaml } = await import('@orrery/resource/yaml')
  for (const name of names) {
    const file = join(folder, name)
    try {
      const read = parseYaml(await readFile(file, 'utf8'))
      documents.push(...read.documents.map((document) => ({ file, ...document })))
      for (const { line, reason } of read.problems)
        problems.push(toProblem(file, new ServerError('PROVISIONING_SYNTAX', { reason }), line))
    } catch (error) {
      problems.push(toProblem(file, unreadable(error)))
    }
  }
  return { documents, problems }
}
