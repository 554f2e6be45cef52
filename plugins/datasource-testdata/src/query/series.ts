import { Choice, Type, ui, type Static } from '@orrery/sdk'
import { amount, closed, count, duration, labels, legend, seed, share, step } from './common.ts'

export const RandomWalk = Type.Object(
  {
    type: Type.Literal('randomWalk'),
    series: count('Series', 1, 100_000),
    start: amount('Start', 50, 'It walks around this value.'),
    spread: Type.Optional(
      Type.Number({ title: 'Spread', description: 'How far it gets in an hour, about.', minimum: 0, default: 10 }),
    ),
    noise: Type.Optional(
      Type.Number({
        title: 'Noise',
        description: 'Each point is off the walk by this at most.',
        minimum: 0,
        default: 0,
      }),
    ),
    min: Type.Optional(Type.Number({ title: 'Min', description: 'It turns around there.' })),
    max: Type.Optional(Type.Number({ title: 'Max', description: 'It turns around there.' })),
    nulls: share('Nulls', 'Share of points without a value.'),
    drop: share('Dropped', 'Share of points that are not there.'),
    labels,
    legend,
    step,
    seed,
  },
  { ...closed, title: 'Random walk' },
)
export type RandomWalk = Static<typeof RandomWalk>

export const Wave = Type.Object(
  {
    type: Type.Literal('wave'),
    shape: Choice(
      { sine: 'Sine', triangle: 'Triangle', sawtooth: 'Sawtooth', square: 'Square', pulse: 'Pulse' },
      { title: 'Shape', default: 'sine' },
    ),
    period: duration('Period', 'A new one begins at each multiple of it since 1970, in UTC.', '10m'),
    low: amount('Low', 0),
    high: amount('High', 100),
    width: Type.Optional(
      Type.Number({
        title: 'Width',
        description: 'Share of the period that a pulse is high.',
        minimum: 0,
        maximum: 1,
        default: 0.1,
        ...ui({ showIf: { shape: 'pulse' } }),
      }),
    ),
    series: count('Series', 1, 1000, 'Each begins a bit later than the one before.'),
    labels,
    legend,
    step,
  },
  { ...closed, title: 'Wave' },
)
export type Wave = Static<typeof Wave>

export const CsvWave = Type.Object(
  {
    type: Type.Literal('csvWave'),
    values: Type.String({
      title: 'Values',
      description: 'Numbers, with commas between them; null is a missing value. After the last the first comes again.',
      minLength: 1,
      maxLength: 65_536,
      default: '0,0,2,2,1,null',
      ...ui({ placeholder: '0,0,2,2,1,null' }),
    }),
    hold: duration('Hold', 'How long each value stays.', '1m'),
    labels,
    legend,
    step,
  },
  { ...closed, title: 'Wave of given values' },
)
export type CsvWave = Static<typeof CsvWave>

export const Constant = Type.Object(
  { type: Type.Literal('constant'), value: amount('Value', 42), labels, legend, step },
  { ...closed, title: 'Constant' },
)
export type Constant = Static<typeof Constant>

export const ManySeries = Type.Object(
  {
    type: Type.Literal('manySeries'),
    series: count('Series', 1000, 100_000, 'A notice tells when the query may show fewer.'),
    legend,
    step,
    seed,
  },
  { ...closed, title: 'Many series' },
)
export type ManySeries = Static<typeof ManySeries>

export const States = Type.Object(
  {
    type: Type.Literal('states'),
    series: count('Series', 3, 1000),
    states: Type.Optional(
      Type.Array(Type.String({ maxLength: 128 }), {
        title: 'States',
        minItems: 1,
        maxItems: 50,
        default: ['ok', 'degraded', 'down'],
      }),
    ),
    hold: duration('Hold', 'Moments between which a state does not change.', '5m'),
    legend,
    step,
    seed,
  },
  { ...closed, title: 'States over time' },
)
export type States = Static<typeof States>
