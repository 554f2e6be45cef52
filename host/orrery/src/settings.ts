import { resolve } from 'node:path'
import { Type, type Static } from '@orrery/sdk'
import type { Authenticate } from '@orrery/server'

const closed = { additionalProperties: false } as const
const path = (description: string) => Type.Optional(Type.String({ minLength: 1, description }))
const oneOf = <const Values extends readonly string[]>(
  values: Values,
  options: { readonly description: string; readonly default?: Values[number] },
) => Type.Unsafe<Values[number]>({ type: 'string', enum: values, ...options })

const Tokens = Type.Record(
  Type.String({ pattern: '^--o-[a-z0-9-]+$' }),
  Type.String({ minLength: 1, maxLength: 200 }),
  closed,
)

const Limit = (most: number) => Type.Optional(Type.Integer({ minimum: 1, default: most }))

/** What holds where nothing is said. */
export const defaultSettings = {
  port: 3000,
  host: '127.0.0.1',
  data: './orrery-data',
  name: 'Orrery',
  logLevel: 'info',
  graceMs: 5000,
  drainMs: 0,
} as const

/** Everything that can be set. Paths in a file are relative to that file, others to the working directory. */
export const Settings = Type.Object(
  {
    port: Type.Optional(
      Type.Integer({
        minimum: 0,
        maximum: 65535,
        default: defaultSettings.port,
        description: 'Port to listen on; 0 takes a free one',
      }),
    ),
    host: Type.Optional(
      Type.String({ minLength: 1, default: defaultSettings.host, description: 'Address to listen on' }),
    ),
    data: Type.Optional(
      Type.String({ minLength: 1, default: defaultSettings.data, description: 'Folder of the database and keys' }),
    ),
    database: Type.Optional(
      Type.String({
        pattern: '^postgres(ql)?://',
        description: 'PostgreSQL that several hosts share, in place of SQLite',
      }),
    ),
    plugins: Type.Optional(
      Type.Array(Type.String({ minLength: 1 }), {
        description: 'One more plugin: a folder, a folder of plugins, or an installed package',
      }),
    ),
    defaults: Type.Optional(
      Type.Union([Type.Literal(false), Type.Array(Type.String({ minLength: 1 }))], {
        description: 'Which of the plugins that ship with the host it loads, by package name; false for none',
      }),
    ),
    provisioning: path('Folder of resources that are read at start and when they change'),
    publicUrl: Type.Optional(
      Type.String({ pattern: '^https?://', description: 'Address under which people reach the host' }),
    ),
    trustProxy: Type.Optional(
      Type.Array(Type.String({ minLength: 1 }), {
        description: 'Address or range, as 10.0.0.0/8, of proxies that name the client',
      }),
    ),
    name: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 64,
        default: defaultSettings.name,
        description: 'Name that the pages have',
      }),
    ),
    logo: path('SVG or PNG file that is shown beside the name, and as the icon of the page'),
    theme: Type.Optional(
      Type.Object(
        { dark: Type.Optional(Tokens), light: Type.Optional(Tokens) },
        { ...closed, description: 'Values of design tokens (--o-accent and so on) for the dark and the light theme' },
      ),
    ),
    home: Type.Optional(
      Type.String({
        // A path of the host (not of another one: `//x`), or the id of a dashboard.
        pattern: '^(/(?!sign-in|setup)[a-z0-9][^\\\\]*|[a-z0-9][a-z0-9-]*)$',
        description: 'What opens first: a path, or the id of a dashboard; else the list of dashboards',
      }),
    ),
    auth: Type.Optional(
      Type.Object(
        {
          anonymous: Type.Optional(
            oneOf(['viewer', 'editor'], { description: 'What people are without signing in; else they have to' }),
          ),
          password: Type.Optional(
            Type.Boolean({ default: true, description: 'Whether people sign in with a name and a password' }),
          ),
          // A function has no schema: `checkConfig` looks at it.
          authenticate: Type.Optional(
            Type.Unsafe<Authenticate>({
              description: 'Function that says who sends a request which came through a proxy of trustProxy',
            }),
          ),
        },
        { ...closed, description: 'Who comes in, and how' },
      ),
    ),
    logLevel: Type.Optional(
      oneOf(['debug', 'info', 'warn', 'error', 'silent'], {
        default: defaultSettings.logLevel,
        description: 'The least that is logged',
      }),
    ),
    graceMs: Type.Optional(
      Type.Integer({
        minimum: 0,
        default: defaultSettings.graceMs,
        description: 'Milliseconds that running queries have to finish when the host stops',
      }),
    ),
    drainMs: Type.Optional(
      Type.Integer({
        minimum: 0,
        default: defaultSettings.drainMs,
        description: 'Milliseconds that the host goes on to answer after /readyz says that it stops',
      }),
    ),
    rateLimits: Type.Optional(
      Type.Union(
        [Type.Literal(false), Type.Object({ reads: Limit(6000), writes: Limit(600), queries: Limit(3000) }, closed)],
        { description: 'Requests a minute of one user, token or address; false for no limits' },
      ),
    ),
    actionOrigins: Type.Optional(
      Type.Array(Type.String({ pattern: '^https?://[^/?#\\s@]+/?$' }), {
        description: 'Origin, as https://ops.example, that actions of dashboards may send requests to',
      }),
    ),
    annotationDays: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: 36_500,
        description: 'Days that annotations made by hand are kept after they were last written; else without end',
      }),
    ),
    metricsToken: Type.Optional(
      Type.String({ minLength: 16, description: 'Token that /metrics asks for; else everybody may read it' }),
    ),
    telemetry: Type.Optional(
      Type.Object(
        {
          endpoint: Type.Optional(
            Type.String({
              pattern: '^https?://',
              description: 'Collector of OTLP over HTTP; OTEL_EXPORTER_OTLP_ENDPOINT when it is not set',
            }),
          ),
          queryText: Type.Optional(
            Type.Boolean({ default: false, description: 'Whether spans hold the text of queries' }),
          ),
        },
        { ...closed, description: 'Where spans are sent' },
      ),
    ),
  },
  closed,
)
export type Settings = Static<typeof Settings>
export type SettingName = keyof Settings

/**
 * Settings that one text can say: the command line and the environment have them too, the others stand in the file only.
 * The word stands for the text in the help.
 */
export const textSettings = {
  port: 'PORT',
  host: 'ADDRESS',
  data: 'DIR',
  database: 'URL',
  plugins: 'PLUGIN',
  provisioning: 'DIR',
  publicUrl: 'URL',
  trustProxy: 'ADDRESS',
  name: 'NAME',
  logo: 'FILE',
  home: 'PATH',
  logLevel: 'LEVEL',
  graceMs: 'MS',
  drainMs: 'MS',
  actionOrigins: 'ORIGIN',
  annotationDays: 'DAYS',
  metricsToken: 'TOKEN',
} as const satisfies { readonly [Name in SettingName]?: string }
export type TextSettingName = keyof typeof textSettings

/** Settings that are paths, one or several. */
export const PATHS: readonly SettingName[] = ['data', 'provisioning', 'logo']

export const settingNames = Object.keys(Settings.properties) as readonly SettingName[]

/** Where everything is kept: `./orrery-data` unless it is said otherwise. */
export const dataFolder = ({ data = defaultSettings.data }: Settings): string => resolve(data)

/** The environment variable of a setting: `publicUrl` is ORRERY_PUBLIC_URL. */
export const toVariable = (name: string) => `ORRERY_${name.replace(/[A-Z]/g, '_$&').toUpperCase()}`

/** The option of a setting on the command line: `publicUrl` is --public-url. */
export const toOption = (name: string) => `--${name.replace(/[A-Z]/g, '-$&').toLowerCase()}`
