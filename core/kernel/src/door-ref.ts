import { Type, type Static } from '@orrery/schema'

const MAX_PATH = 512
const path = Type.String({ minLength: 1, maxLength: MAX_PATH })
const closed = { additionalProperties: false }

/** A door as a manifest writes it: the files behind it, relative to the manifest. */
export const DoorRef = Type.Union([
  Type.Object({ $door: Type.Union([Type.Literal('server'), Type.Literal('web')]), path }, closed),
  Type.Object({ $door: Type.Literal('shared'), server: path, web: path }, closed),
])
export type DoorRef = Readonly<Static<typeof DoorRef>>

/** The file that the server opens; absent for a web door. */
export const serverPath = (door: DoorRef): string | undefined =>
  door.$door === 'shared' ? door.server : door.$door === 'server' ? door.path : undefined

/** The file that the browser opens; absent for a server door. */
export const webPath = (door: DoorRef): string | undefined =>
  door.$door === 'shared' ? door.web : door.$door === 'web' ? door.path : undefined

const isPath = (value: unknown) => typeof value === 'string' && value.length >= 1 && value.length <= MAX_PATH

const fields: Readonly<Record<string, readonly string[]>> = {
  server: ['path'],
  web: ['path'],
  shared: ['server', 'web'],
}

/** Whether the value fits {@link DoorRef}. By hand, because a host asks it of each door of each plugin at its start. */
export const isDoorRef = (value: unknown): value is DoorRef => {
  if (typeof value !== 'object' || value === null || !('$door' in value)) return false
  const { $door, ...paths } = value
  const wanted = typeof $door === 'string' && Object.hasOwn(fields, $door) ? fields[$door]! : undefined
  if (!wanted || Object.keys(paths).length !== wanted.length) return false
  return wanted.every((field) => isPath(paths[field as keyof typeof paths]))
}
