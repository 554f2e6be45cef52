import { resolve } from 'node:path'
import { Type, type Static } from '@orrery/sdk'

/** What `orrery.config.json`, the environment and the command line can say. Paths in a file are relative to that file. */
export const Settings = Type.Object(
  {
    /** TCP port; 0 takes a free one. */
    port: Type.Optional(Type.Integer({ minimum: 0, maximum: 65535 })),
    /** The address to listen on. */
    host: Type.Optional(Type.String({ minLength: 1 })),
    /** Folder of the database and keys. */
    data: Type.Optional(Type.String({ minLength: 1 })),
    /** PostgreSQL that several hosts share, in place of the database in the data folder. Needs ORRERY_SECRET_KEY. */
    database: Type.Optional(Type.String({ pattern: '^postgres(ql)?://' })),
    /** Folders of plugins: each is one plugin's package, or holds such packages. */
    plugins: Type.Optional(Type.Array(Type.String({ minLength: 1 }))),
    /** Folder of resources that are read at start and when they change. */
    provisioning: Type.Optional(Type.String({ minLength: 1 })),
    /** The address under which people reach the host, when a proxy stands before it. */
    publicUrl: Type.Optional(Type.String({ pattern: '^https?://' })),
  },
  { additionalProperties: false },
)
export type Settings = Static<typeof Settings>

/** Where everything is kept: `./orrery-data` unless it is said otherwise. */
export const dataFolder = ({ data = 'orrery-data' }: Settings): string => resolve(data)

export type SettingName = keyof Settings

/** The environment variable of a setting: `publicUrl` is ORRERY_PUBLIC_URL. */
export const toVariable = (name: string) => `ORRERY_${name.replace(/[A-Z]/g, '_$&').toUpperCase()}`

/** The option of a setting on the command line: `publicUrl` is --public-url. */
export const toOption = (name: string) => `--${name.replace(/[A-Z]/g, '-$&').toLowerCase()}`
