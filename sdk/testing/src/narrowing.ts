import { checkKind, type AdhocFilter, type DatasourceClient, type Frame } from '@orrery/sdk'
import { expect, it } from 'vitest'
import { collect } from './collect.ts'
import { testRequest } from './request.ts'

export interface NarrowingExample<Query> {
  /** Of a datasource that says `annotations`: a query that the server answers with some. */
  readonly annotations?: Query
  /** Of a datasource that says `filters`: a query, and a filter that leaves something of its answer. */
  readonly filters?: { readonly query: Query; readonly filter: AdhocFilter }
}

interface Source {
  readonly annotations?: boolean
  readonly filters?: boolean
}

const size = (frames: readonly Frame[]) => frames.reduce((sum, { length }) => sum + length, 0)

/** What a datasource keeps that gives annotations, or takes filters, and what one that says nothing of it does not do. */
export function testNarrowing<Query>(
  { annotations = false, filters = false }: Source,
  example: NarrowingExample<Query>,
  open: () => Promise<DatasourceClient<Query>>,
) {
  it('says whether it gives annotations and takes filters, and has an example of each', async () => {
    const client = await open()
    expect(client.filterOptions !== undefined, 'its client has `filterOptions`').toBe(filters)
    expect([example.annotations !== undefined, example.filters !== undefined]).toEqual([annotations, filters])
    await client.close?.()
  })

  const { annotations: marks, filters: narrowed } = example
  if (marks !== undefined)
    it('answers annotations', async () => {
      const client = await open()
      const frames = await collect(client.query(testRequest(marks, { purpose: 'annotations' })))
      expect(size(frames)).toBeGreaterThan(0)
      for (const frame of frames) expect([frame.kind, ...checkKind(frame)]).toEqual(['annotations'])
      await client.close?.()
    })

  if (!narrowed) return
  const { query, filter } = narrowed

  it('offers keys and their values, no more than asked for, and those that hold what was typed', async () => {
    const client = await open()
    const options = client.filterOptions!
    // The backend may have begun after the tests were listed.
    const { range, signal } = testRequest(query)
    const asked = { limit: 1000, range, filters: [], signal }
    for (const key of [undefined, filter.key]) {
      const of = key === undefined ? {} : { key }
      const { names } = await options({ ...asked, ...of })
      expect(names).toContain(key === undefined ? filter.key : names[0])
      const first = await options({ ...asked, ...of, limit: 1 })
      expect([first.names.length, first.isCutOff]).toEqual([1, names.length > 1])
      const typed = (key === undefined ? filter.key : names[0]!).slice(1).toUpperCase()
      const found = (await options({ ...asked, ...of, search: typed })).names
      expect(found).not.toEqual([])
      expect(found.filter((name) => !name.toUpperCase().includes(typed))).toEqual([])
    }
    await client.close?.()
  })

  it('leaves out what a filter does', async () => {
    const client = await open()
    const sizeWith = async (filters: readonly AdhocFilter[]) =>
      size(await collect(client.query(testRequest(query, { filters }))))
    const none: AdhocFilter = { key: filter.key, operator: '=', values: ['there is no such value'] }
    expect(await sizeWith([filter])).toBeGreaterThan(0)
    expect(await sizeWith([filter, none])).toBe(0)
    await client.close?.()
  })
}
