import { testDatasource } from '@orrery/testing'
import { testdata } from './index.ts'

testDatasource(testdata, { options: () => ({}), queries: [{ query: { type: 'randomWalk' }, kind: 'series' }] })
