import { readdir, readFile, stat } from 'node:fs/promises'
import { extname, join, resolve, sep } from 'node:path'
import { parseYaml, type YamlDocument } from '@orrery/resource/yaml'
import type { Terminal } from '../commands/define-command.ts'
import { HostError } from '../errors.ts'
import { toFileProblem, type FileProblem } from './file-problem.ts'

/** One document of a file, and where its parts stand. */
export interface FileDocument extends YamlDocument {
  readonly file: string
}

export interface ReadFiles {
  readonly documents: readonly FileDocument[]
  readonly problems: readonly FileProblem[]
}

const extensions = new Set(['.yaml', '.yml', '.json'])
const isHidden = (name: string) => name.split(sep).some((part) => part.startsWith('.'))

/** The files that a path stands for: itself, or those of a folder and the folders in it, hidden ones left out. */
async function filesAt(path: string, folder: string): Promise<readonly string[]> {
  if (path === '-' || !(await stat(resolve(folder, path))).isDirectory()) return [path]
  const names = (await readdir(resolve(folder, path), { recursive: true })).sort()
  const files = names.filter((name) => extensions.has(extname(name)) && !isHidden(name)).map((name) => join(path, name))
  if (!files.length) throw new HostError('FILES_MISSING', { folder: path })
  return files
}

/** A list stands for its members, so that what is written as JSON can be one text. */
const membersOf = (document: YamlDocument): readonly YamlDocument[] =>
  Array.isArray(document.value)
    ? document.value.map((value: unknown, index) => ({
        value,
        lineOf: (place) => document.lineOf(`/${index}${place}`),
        placeOf: (place) => document.placeOf(`/${index}${place}`),
      }))
    : [document]

const unreadable = (file: string, cause: unknown) => {
  const { code, message } = cause as NodeJS.ErrnoException
  return new HostError('FILE_UNREADABLE', { file, reason: code ?? message }, { cause })
}

/**
 * Reads YAML and JSON from files, from folders and, for `-`, from standard input. What cannot be read is a problem, never
 * an exception.
 */
export async function readResourceFiles(
  paths: readonly string[],
  { readInput, workingDirectory }: Pick<Terminal, 'readInput' | 'workingDirectory'>,
): Promise<ReadFiles> {
  const documents: FileDocument[] = []
  const problems: FileProblem[] = []
  const readText = (path: string) => (path === '-' ? readInput() : readFile(resolve(workingDirectory, path), 'utf8'))

  const readOne = async (path: string) => {
    const file = path === '-' ? 'standard input' : path
    const read = parseYaml(await readText(path))
    documents.push(...read.documents.flatMap(membersOf).map((document) => ({ file, ...document })))
    for (const { line, reason } of read.problems)
      problems.push(toFileProblem(file, new HostError('FILE_SYNTAX', { reason }), line))
  }
  for (const path of paths)
    try {
      for (const file of await filesAt(path, workingDirectory))
        await readOne(file).catch((error: unknown) => problems.push(toFileProblem(file, unreadable(file, error))))
    } catch (error) {
      problems.push(toFileProblem(path, error instanceof HostError ? error : unreadable(path, error)))
    }
  if (!documents.length && !problems.length) {
    const files = paths.join(', ')
    problems.push(toFileProblem(files, new HostError('FILES_EMPTY', { files })))
  }
  return { documents, problems }
}
