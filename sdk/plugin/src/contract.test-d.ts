import {
  defineDatasource,
  definePanel,
  defineTransform,
  server,
  shared,
  Type,
  web,
  type AdhocFilter,
  type Apply,
  type ApplyOnServer,
  type Connect,
  type DatasourceClient,
  type LiveUpdate,
  type MountablePanel,
  type QueryEditorProps,
  type Summary,
} from './index.ts'

const Options = Type.Object({ url: Type.String() })
const Query = Type.Object({ expr: Type.String() })
type Options = { url: string }
type Query = { expr: string }

const door =
  <Default>(value: Default) =>
  () =>
    Promise.resolve({ default: value })
const connect = {} as Connect<Options, Query>
const otherQuery = {} as Connect<Options, { sql: string }>
const summary = {} as Summary<Options>
const panel: MountablePanel<Options> = {
  abi: 1,
  mount: (element, { options, frames }) => {
    element.textContent = `${options.url} ${frames.length}`
    return { update: () => {}, unmount: () => element.replaceChildren() }
  },
}
const otherPanel = {} as MountablePanel<{ rows: number }>

const source = { id: 'a', title: 'A', options: Options, query: Query }
defineDatasource({ ...source, connect: server(door(connect)) })
// @ts-expect-error its queries have no `sql`
defineDatasource({ ...source, connect: server(door(otherQuery)) })
// @ts-expect-error a connection is code of the server
defineDatasource({ ...source, connect: web(door(connect)) })

defineDatasource({ ...source, live: true, connect: server(door(connect)) })
const rows: LiveUpdate = { time: 1, added: [{ host: 'a' }], rows: [0], values: new Float64Array(1) }
// @ts-expect-error rows are of a time
const timeless: LiveUpdate = { values: [1] }
const follows: DatasourceClient<Query> = {
  query: async () => [],
  stream: async function* ({ query }) {
    if (query.expr !== '') yield rows
  },
}
// @ts-expect-error what is followed is no promise of frames
const promises: DatasourceClient<Query> = { query: async () => [], stream: async () => [] }

const narrows: DatasourceClient<Query> = {
  query: async ({ filters }) => {
    for (const { key, operator, values } of filters) if (operator === '=~') values.includes(key)
    return []
  },
  filterOptions: async ({ key, search = '', limit }) => ({ names: [key ?? search].slice(0, limit), isCutOff: false }),
}
// @ts-expect-error whether names were left out must be said
const unsaid: DatasourceClient<Query> = { query: async () => [], filterOptions: async () => ({ names: [] }) }
// @ts-expect-error there is no such operator
const like: AdhocFilter = { key: 'job', operator: 'like', values: ['a'] }
const complete = async ({ datasource, problem, frames }: QueryEditorProps<Query>) => {
  await datasource.ask({ expr: 'up' }, { purpose: 'completion' })
  // @ts-expect-error its queries have no `sql`
  await datasource.ask({ sql: '' })
  return problem?.params['position'] ?? frames.length
}

const shown = { id: 'p', title: 'P', options: Options, accepts: ['series'] as const, summary: shared(door(summary)) }
definePanel({ ...shown, view: web(door(panel)) })
// @ts-expect-error its options have no `rows`
definePanel({ ...shown, view: web(door(otherPanel)) })
// @ts-expect-error there is no such kind of frames
definePanel({ ...shown, accepts: ['pictures'], view: web(door(panel)) })

export { complete, follows, like, narrows, promises, timeless, unsaid }

const step = { id: 'a', title: 'A', group: 'shape', description: 'A.', notes: 'A', options: Options } as const
const shapes: Apply<Options> = (frames, { url }, { note }) => {
  if (url === '') note('There is no address.')
  return frames
}
const waits: ApplyOnServer<Options> = async (frames, { url }, { signal }) => (url && signal.aborted ? [] : frames)
const shapesOther = {} as Apply<{ rows: number }>
defineTransform({ ...step, apply: shared(door(shapes)) })
defineTransform({ ...step, apply: server(door(waits)) })
// @ts-expect-error what waits is code of the server
defineTransform({ ...step, apply: shared(door(waits)) })
// @ts-expect-error it takes other options
defineTransform({ ...step, apply: shared(door(shapesOther)) })
// @ts-expect-error frames are shaped where rules can run
defineTransform({ ...step, apply: web(door(shapes)) })
// @ts-expect-error a group that no list has
defineTransform({ ...step, group: 'magic', apply: shared(door(shapes)) })
// @ts-expect-error it says what it does with odd frames
defineTransform({ ...step, notes: undefined, apply: shared(door(shapes)) })
// @ts-expect-error frames are not changed in place
export const sorts: Apply<Options> = (frames) => frames.sort()
