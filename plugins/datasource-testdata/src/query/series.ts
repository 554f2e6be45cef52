import { Type, type Static } from '@orrery/sdk'
import { closed, labels, legend, seed, share, step } from './common.ts'

export const RandomWalk = Type.Object(
  {
    type: Type.Literal('randomWalk'),
    series: Type.Optional(Type.Integer({ title: 'Series', minimum: 1, maximum: 100_000, default: 1 })),
    start: Type.Optional(Type.Number({ title: 'Start', description: 'It walks around this value.', default: 50 })),
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
