import { execFileSync } from 'node:child_process'
import { chmodSync, chownSync, cpSync, globSync, mkdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { temporaryFolder } from '../support/host.ts'
import { root } from '../support/packages.ts'
import { parseDockerfile, parseExec, type Instruction } from './dockerfile.ts'
import { createIgnore } from './ignore.ts'
import { NOBODY } from './nobody.ts'

/** What an engine would make of the Dockerfile, as a folder. */
export interface Image {
  /** The root of its file system. */
  readonly folder: string
  readonly workdir: string
  readonly environment: Readonly<Record<string, string>>
  readonly command: readonly string[]
  readonly healthcheck: readonly string[]
}

// The check has installed and built the checkout already: these two only bring what it built.
const DONE = [/^npm ci --ignore-scripts$/, /^npx turbo run build /]

/** Follows the Dockerfile step by step, in a folder for each stage in place of `/`. */
export function makeImage(): Image {
  const folder = temporaryFolder('image')
  chmodSync(folder, 0o755)
  const stages = new Map<string, string>()
  let image: Image | undefined
  for (const { name = 'image', instructions } of parseDockerfile(
    readFileSync(join(root, 'deploy/Dockerfile'), 'utf8'),
  )) {
    const stage = join(folder, name)
    stages.set(name, stage)
    image = makeStage(stage, instructions, stages)
  }
  if (!image) throw new Error('the Dockerfile has no stage')
  return image
}

function makeStage(folder: string, instructions: readonly Instruction[], stages: ReadonlyMap<string, string>): Image {
  let workdir = folder
  const environment: Record<string, string> = {}
  const words: Record<string, readonly string[]> = {}
  const inside = (text: string) => text.replaceAll(/(?<=^|[\s="'])\/(?=[a-z])/g, `${folder}/`)

  for (const { name, flags, text } of instructions) {
    if (name === 'WORKDIR') mkdirSync((workdir = inside(text)), { recursive: true })
    else if (name === 'COPY') copy(text.split(/\s+/), flags, { workdir, folder, stages })
    else if (name === 'RUN') {
      if (!DONE.some((done) => done.test(text)))
        execFileSync('sh', ['-c', inside(text)], { cwd: workdir, stdio: 'pipe' })
    } else if (name === 'ENV')
      for (const [, key, value] of text.matchAll(/(\w+)=(\S+)/g)) environment[key!] = inside(value!)
    else if (name === 'CMD' || name === 'HEALTHCHECK') words[name] = parseExec(text)
    else if (!['USER', 'VOLUME', 'EXPOSE'].includes(name)) throw new Error(`cannot do ${name} without an engine`)
  }
  return { folder, workdir, environment, command: words['CMD'] ?? [], healthcheck: words['HEALTHCHECK'] ?? [] }
}

interface Place {
  readonly workdir: string
  readonly folder: string
  readonly stages: ReadonlyMap<string, string>
}

function copy(paths: readonly string[], flags: Instruction['flags'], { workdir, folder, stages }: Place): void {
  const [from = '', to = ''] = paths
  const target = to.startsWith('/') ? join(folder, to) : join(workdir, to)
  const stage = flags['from']
  if (stage === undefined) return copyContext(target)
  const source = join(stages.get(stage)!, from)
  const isFolder = statSync(source).isDirectory()
  // A folder is copied without its name, a file with it.
  cpSync(source, isFolder ? target : join(target, basename(source)), { recursive: true, verbatimSymlinks: true })
  if (flags['chown'] !== undefined && process.getuid?.() === 0) chownSync(target, NOBODY, NOBODY)
}

/** The checkout without what is ignored, and what was built in it. */
function copyContext(target: string): void {
  const isIgnored = createIgnore(readFileSync(join(root, 'deploy/Dockerfile.dockerignore'), 'utf8'))
  cpSync(root, target, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => path === root || !isIgnored(relative(root, path).replaceAll('\\', '/')),
  })
  for (const built of globSync(['{core,sdk,plugins,host}/*/dist'], { cwd: root }))
    cpSync(join(root, built), join(target, dirname(built), 'dist'), { recursive: true })
}
