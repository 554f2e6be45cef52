import { expect, it } from 'vitest'
import { Ref, refsOf, Type } from './index.ts'

it('tells which resources a document names, and where', () => {
  const Panel = Type.Object({
    queries: Type.Array(Type.Object({ datasource: Ref('datasource', { title: 'Source' }) })),
    library: Type.Optional(Ref('panel', { title: 'Library panel' })),
    note: Type.String(),
  })
  const document = {
    queries: [{ datasource: 'prom' }, { datasource: 'loki' }, { datasource: '' }],
    note: 'x',
    library: 'cpu',
  }
  expect(refsOf(Panel, document)).toEqual([
    { path: '/queries/0/datasource', kind: 'datasource', id: 'prom' },
    { path: '/queries/1/datasource', kind: 'datasource', id: 'loki' },
    { path: '/library', kind: 'panel', id: 'cpu' },
  ])
})
