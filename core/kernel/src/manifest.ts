import { Type, validate, type Static } from '@orrery/schema'
import { DoorRef, isDoorRef, serverPath, webPath } from './door-ref.ts'
import { KernelError } from './errors.ts'

const name = Type.String({ pattern: '^[a-z][a-zA-Z0-9-]{0,63}$' })
const title = Type.String({ minLength: 1, maxLength: 200 })
const description = Type.Optional(Type.String({ maxLength: 2000 }))

/** What a plugin contributes: its definition with doors as paths. Each kind has more properties of its own. */
export const ManifestContribution = Type.Object({
  kind: name,
  id: name,
  title,
  description,
  version: Type.Optional(Type.Integer({ minimum: 1 })),
})
export type ManifestContribution = Readonly<Static<typeof ManifestContribution>> & Readonly<Record<string, unknown>>

/** `dist/manifest.json` of a built plugin, made by the build: all that a host knows of it before it opens a door. */
export const Manifest = Type.Object({
  manifest: Type.Literal(1),
  /** The package's name. */
  id: Type.String({ maxLength: 214, pattern: '^(?:@[a-z0-9-][a-z0-9-._]*/)?[a-z0-9-][a-z0-9-._]*$' }),
  version: Type.String({ maxLength: 64, pattern: '^\\d+\\.\\d+\\.\\d+(?:[-+][0-9A-Za-z.+-]+)?$' }),
  /** Range of SDK versions that the plugin works with. */
  sdk: Type.String({ minLength: 1, maxLength: 100 }),
  title,
  description,
  contributes: Type.Array(ManifestContribution, { maxItems: 1000 }),
  /** Texts in other languages, by BCP 47 tag. */
  locales: Type.Optional(
    Type.Record(Type.String({ pattern: '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$' }), DoorRef, { additionalProperties: false }),
  ),
  setup: Type.Optional(
    // Closed: a setup that no host runs is a mistake, not something for later.
    Type.Object(
      { server: Type.Optional(DoorRef), atStart: Type.Optional(Type.Boolean()) },
      { additionalProperties: false },
    ),
  ),
  /** Integrity of every file, by its path from the manifest. */
  files: Type.Record(Type.String(), Type.String({ pattern: '^sha384-[A-Za-z0-9+/]{64}$' })),
})
export type Manifest = Readonly<Omit<Static<typeof Manifest>, 'contributes'>> & {
  readonly contributes: readonly ManifestContribution[]
}

const MAX_DEPTH = 64
const filePath = /^\.(?:\/(?!\.{1,2}(?:\/|$))[\w@+.~-]+)+$/

interface FoundDoor {
  readonly place: string
  readonly value: object
}

function* doorsIn(value: unknown, place: string, depth = 0): Generator<FoundDoor> {
  if (typeof value !== 'object' || value === null) return
  if (depth > MAX_DEPTH) throw new RangeError(`${place} is nested too deeply`)
  if ('$door' in value) return yield { place, value }
  for (const [key, item] of Object.entries(value)) yield* doorsIn(item, `${place}/${key}`, depth + 1)
}

const doorProblems = ({ place, value }: FoundDoor, files: object) => {
  if (!isDoorRef(value)) return [`${place} is no door`]
  const sides = [
    ['./server/', serverPath(value)],
    ['./ui/', webPath(value)],
  ] as const
  return sides.flatMap(([folder, path]) => {
    if (path === undefined) return []
    if (!path.startsWith(folder) || !filePath.test(path)) return [`${place}: "${path}" is no file below ${folder}`]
    return Object.hasOwn(files, path) ? [] : [`${place}: "${path}" is not among the files of the manifest`]
  })
}

const duplicates = (contributes: readonly ManifestContribution[]) => {
  const names = contributes.map(({ kind, id }) => `${kind} "${id}"`)
  return names.filter((text, index) => names.indexOf(text) !== index).map((text) => `it contributes ${text} twice`)
}

const problemsOf = (manifest: Manifest) => {
  const { files, contributes, locales, setup } = manifest
  const badFiles = Object.keys(files).filter((path) => !filePath.test(path))
  try {
    const doors = [
      ...doorsIn(contributes, '/contributes'),
      ...doorsIn(locales, '/locales'),
      ...doorsIn(setup, '/setup'),
    ]
    return [
      ...badFiles.map((path) => `"${path}" is no path below the plugin's folder`),
      ...duplicates(contributes),
      ...doors.flatMap((door) => doorProblems(door, files)),
    ]
  } catch (error) {
    if (error instanceof RangeError) return [error.message]
    throw error
  }
}

/**
 * A manifest, checked: each door leads to a listed file of its side and to nowhere else, and no contribution is there
 * twice. Contributions of unknown kinds are kept. Throws MANIFEST_INVALID; `subject` says where the JSON came from.
 */
export const parseManifest = (json: unknown, subject: string): Manifest => {
  const result = validate(Manifest, json)
  const problems = result.ok
    ? // What a contribution has beyond the common properties is unknown to the schema, and kept.
      problemsOf(result.value as Manifest)
    : result.problems.map(({ path, message }) => `${path} ${message}`)
  if (!result.ok || problems.length) throw new KernelError('MANIFEST_INVALID', { subject, problems })
  return result.value as Manifest
}
