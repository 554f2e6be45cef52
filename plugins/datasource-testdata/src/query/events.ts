import { Type, ui, type Static } from '@orrery/sdk'
import { closed, count, often, seed, share, step } from './common.ts'

export const Logs = Type.Object(
  {
    type: Type.Literal('logs'),
    perMinute: often('Lines a minute', 30),
    streams: count('Streams', 3, 1000),
    multiline: share('Of several lines', 'Share of entries with a stack trace.', 0.05),
    limit: count('Most', 1000, 1_000_000, 'The newest lines of the range.'),
    seed,
  },
  { ...closed, title: 'Logs' },
)
export type Logs = Static<typeof Logs>

export const Annotations = Type.Object(
  { type: Type.Literal('annotations'), perHour: often('Marks an hour', 6), seed },
  { ...closed, title: 'Annotations' },
)
export type Annotations = Static<typeof Annotations>

export const Exemplars = Type.Object(
  {
    type: Type.Literal('exemplars'),
    perMinute: often('Exemplars a minute', 1),
    link: Type.Optional(
      Type.String({
        title: 'Link',
        description: 'Where a trace is shown: an address with ${traceId}.',
        maxLength: 1024,
        ...ui({ placeholder: 'https://traces.example.org/${traceId}' }),
      }),
    ),
    seed,
  },
  { ...closed, title: 'Exemplars' },
)
export type Exemplars = Static<typeof Exemplars>

export const Heatmap = Type.Object(
  { type: Type.Literal('heatmap'), buckets: count('Buckets', 20, 200), step, seed },
  { ...closed, title: 'Heatmap' },
)
export type Heatmap = Static<typeof Heatmap>

export const Candles = Type.Object({ type: Type.Literal('candles'), step, seed }, { ...closed, title: 'Candles' })
export type Candles = Static<typeof Candles>
