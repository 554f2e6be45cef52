import { Choice, Type, type Static } from '@orrery/sdk'
import { closed, duration, seed } from './common.ts'

export const Slow = Type.Object(
  { type: Type.Literal('slow'), delay: duration('Delay', 'How long the answer takes.', '2s'), seed },
  { ...closed, title: 'Slow answer' },
)
export type Slow = Static<typeof Slow>

/** The ways to go wrong, as a form names them. */
const ways = {
  refused: 'Refused: an error before any data',
  later: 'An error after the first frame',
  outage: 'Outage: as if nothing could be reached',
  timeout: 'No answer at all',
  malformed: 'A malformed frame',
  uncoded: 'An exception that has no code',
  huge: 'An answer that is too large',
  partial: 'Data with notices of each severity',
  empty: 'No data',
} as const

export const Failure = Type.Object(
  {
    type: Type.Literal('failure'),
    how: Choice(ways, {
      title: 'How',
      description: 'After five outages in a row the host leaves a datasource alone for a while.',
      default: 'refused',
    }),
    seed,
  },
  { ...closed, title: 'Trouble' },
)
export type Failure = Static<typeof Failure>
