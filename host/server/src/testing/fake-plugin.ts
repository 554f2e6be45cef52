import { defineTable, number, type Frame } from '@orrery/frames'
import type { HttpClient, Manifest } from '@orrery/kernel'
import type { Connect, FilterOptions, FilterOptionsRequest, LiveUpdate, QueryRequest } from '@orrery/query'
import { Secret, secretTarget, Type, type Static } from '@orrery/schema'
import type { PluginSource } from '../plugins/installed.ts'

const Options = Type.Object(
  {
    url: Type.String({ title: 'URL', format: 'uri', ...secretTarget }),
    password: Type.Optional(Secret({ title: 'Password' })),
  },
  { additionalProperties: false },
)
const Query = Type.Object({ expr: Type.String({ minLength: 1 }) }, { additionalProperties: false })
type Query = Static<typeof Query>

const Numbers = defineTable({ value: number() })
/** A frame with one number. */
export const numberFrame = (value: number): Frame => Numbers.fromRows([{ value }])

/** What a fake datasource was asked, and what it answers. */
export interface FakeDatasource {
  readonly asked: QueryRequest<Query>[]
  readonly opened: Static<typeof Options>[]
  closed: number
  answer: (request: QueryRequest<Query>, http: HttpClient) => Promise<readonly Frame[]>
  /** Undefined for queries that cannot be followed, as none can until the test says otherwise. */
  stream: (request: QueryRequest<Query>) => AsyncIterable<LiveUpdate> | undefined
  filterOptions: (request: FilterOptionsRequest) => Promise<FilterOptions>
  check: (options: Static<typeof Options>) => Promise<string>
}

// `fake` can do all that a datasource may, `plain` only answer.
const door = { $door: 'server' as const, path: './server/connect.js' }

const manifest: Manifest = {
  manifest: 1,
  id: '@test/datasource-fake',
  version: '1.0.0',
  sdk: '*',
  title: 'Fake',
  contributes: [
    {
      kind: 'datasource',
      id: 'fake',
      title: 'Fake',
      options: Options,
      query: Query,
      connect: door,
      live: true,
      annotations: true,
      filters: true,
    },
    { kind: 'datasource', id: 'plain', title: 'Plain', options: Options, query: Query, connect: door },
  ],
  files: {},
}

/** A plugin in memory with two types of datasources, `fake` and `plain`, which the test answers for. */
export function createFakePlugin() {
  const fake: FakeDatasource = {
    asked: [],
    opened: [],
    closed: 0,
    answer: async () => [numberFrame(1)],
    stream: () => undefined,
    filterOptions: async () => ({ names: [], isCutOff: false }),
    check: async () => 'Fake 1.0 answers.',
  }
  const connect: Connect<Static<typeof Options>, Query> = (options, { http }) => {
    fake.opened.push(options)
    return {
      query: (request) => {
        fake.asked.push(request)
        return fake.answer(request, http)
      },
      stream: (request) => fake.stream(request),
      filterOptions: (request) => fake.filterOptions(request),
      check: () => fake.check(options),
      close: () => void fake.closed++,
    }
  }
  const source: PluginSource = {
    read: async () => ({
      plugins: [{ manifest, folder: '/nowhere', base: '/plugins/@test/datasource-fake/1/' }],
      problems: [],
    }),
    open: async () => connect,
  }
  return { fake, source }
}
