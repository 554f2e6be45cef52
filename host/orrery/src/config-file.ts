import { access, readFile } from 'node:fs/promises'
import { extname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { HostError } from './errors.ts'

const NAMES = ['ts', 'js', 'mjs', 'json'].map((extension) => `orrery.config.${extension}`)

const isThere = (file: string) =>
  access(file).then(
    () => true,
    () => false,
  )

/** The configuration to read: the named one, else the one of the folder. CONFIG_AMBIGUOUS where there are several. */
export async function findConfigFile(folder: string, named: string | undefined): Promise<string | undefined> {
  if (named !== undefined) return resolve(folder, named)
  const there = await Promise.all(NAMES.map((name) => isThere(join(folder, name))))
  const [first, ...others] = NAMES.filter((_, i) => there[i])
  if (first !== undefined && others.length > 0)
    throw new HostError('CONFIG_AMBIGUOUS', { folder, files: [first, ...others] })
  return first === undefined ? undefined : join(folder, first)
}

/** What a configuration says, unchecked: its JSON, or the default export of a module, whose types Node strips. */
export async function loadConfigFile(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    throw new HostError('CONFIG_UNREADABLE', { file, reason: cause.message }, { cause })
  })
  if (extname(file) === '.json') return parseJson(text, file)
  const module = await importModule(file)
  if (module.default === undefined) throw new HostError('CONFIG_NO_EXPORT', { file })
  return module.default
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new HostError('CONFIG_NO_JSON', { file, reason: (cause as SyntaxError).message }, { cause })
  }
}

async function importModule(file: string): Promise<{ readonly default?: unknown }> {
  try {
    return (await import(/* @vite-ignore */ pathToFileURL(file).href)) as { default?: unknown }
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.split('\n')[0]!.replace(/\.$/, '') : String(cause)
    throw new HostError('CONFIG_FAILED', { file, place: placeOf(cause), reason }, { cause })
  }
}

const OWN = new URL('.', import.meta.url).href

/** `FILE:LINE` of an error, where its stack tells one: above the message for TypeScript syntax, else in the first call. */
function placeOf(error: unknown): string | undefined {
  const stack = error instanceof Error ? (error.stack ?? '') : ''
  const above = /^(?:file:\/\/|\/|[A-Z]:\\).*:\d+$/.exec(stack.split('\n', 1)[0]!)
  const calls = [...stack.matchAll(/file:\/\/\S+?:\d+(?=:\d+)/g)].map(([text]) => text)
  const place = above?.[0] ?? calls.find((text) => !text.startsWith(OWN))
  return place === undefined ? undefined : decodeURI(place.replace(/^file:\/\//, ''))
}
