import {
  defineDatasource,
  definePanel,
  server,
  shared,
  Type,
  web,
  type Connect,
  type MountablePanel,
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

const shown = { id: 'p', title: 'P', options: Options, accepts: ['series'] as const, summary: shared(door(summary)) }
definePanel({ ...shown, view: web(door(panel)) })
// @ts-expect-error its options have no `rows`
definePanel({ ...shown, view: web(door(otherPanel)) })
// @ts-expect-error there is no such kind of frames
definePanel({ ...shown, accepts: ['pictures'], view: web(door(panel)) })
