import { Type, validate, type Static } from '@orrery/schema'

const path = Type.String({ minLength: 1, maxLength: 512 })
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

export const isDoorRef = (value: unknown): value is DoorRef => validate(DoorRef, value).ok
