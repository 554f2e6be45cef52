import { testDatasource } from '@orrery/testing'
import { testdata } from './index.ts'

testDatasource(testdata, {
  options: () => ({}),
  annotations: { type: 'annotations' },
  queries: [
    { query: { type: 'randomWalk', series: 3, noise: 1, nulls: 0.1, drop: 0.1 }, kind: 'series', live: true },
    { query: { type: 'wave', shape: 'sine' }, kind: 'series', live: true },
    { query: { type: 'csvWave', values: '0,1,null' }, kind: 'series', live: true },
    { query: { type: 'constant' }, kind: 'series', live: true },
    { query: { type: 'manySeries', series: 500 }, kind: 'series', live: true },
    { query: { type: 'states' }, kind: 'series' },
    { query: { type: 'csv', text: 'a,b\n1,x' }, kind: 'table' },
    { query: { type: 'csv', text: 'time,a\nnow,1', as: 'series' }, kind: 'series' },
    { query: { type: 'table' }, kind: 'table' },
    { query: { type: 'geo' }, kind: 'table' },
    { query: { type: 'logs' }, kind: 'logs', live: true },
    { query: { type: 'annotations' }, kind: 'annotations' },
    { query: { type: 'exemplars', link: 'https://traces.example.org/${traceId}' }, kind: 'exemplars' },
    { query: { type: 'heatmap' }, kind: 'heatmap-cells' },
    { query: { type: 'candles' }, kind: 'candles' },
    { query: { type: 'traces' }, kind: 'spans' },
    { query: { type: 'nodeGraph' }, kind: ['nodes', 'edges'] },
    { query: { type: 'flamegraph', compare: true }, kind: 'flamegraph' },
    { query: { type: 'slow', delay: '1ms' }, kind: 'series' },
    { query: { type: 'failure', how: 'partial' }, kind: 'series' },
    { query: { type: 'failure', how: 'empty' }, kind: 'series' },
  ],
  badQuery: { type: 'failure', how: 'refused' },
})
