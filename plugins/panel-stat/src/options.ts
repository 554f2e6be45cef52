import { Choice, Type, type Static } from '@orrery/sdk'
import { titleOfCalculation } from './calculation.ts'

const closed = { additionalProperties: false } as const

export const Options = Type.Object(
  {
    calculation: Choice(titleOfCalculation, {
      title: 'Calculation',
      description: 'What becomes of the values of a series; missing ones are passed over.',
      default: 'last',
    }),
    graph: Choice({ area: 'Area', none: 'None' }, { title: 'Graph', default: 'area' }),
    colorMode: Choice(
      { value: 'Value', background: 'Background', none: 'None' },
      {
        title: 'Colour',
        description: 'What gets the colour of the value: by thresholds, unless a colour is set.',
        default: 'value',
      },
    ),
    textMode: Choice(
      { auto: 'Automatic', value: 'Value', name: 'Name', valueAndName: 'Value and name' },
      { title: 'Text', description: 'Automatic: names where there are several values.', default: 'auto' },
    ),
    orientation: Choice(
      { auto: 'Automatic', horizontal: 'Side by side', vertical: 'One below the other' },
      { title: 'Arrangement', description: 'Automatic: whatever gives the largest text.', default: 'auto' },
    ),
  },
  closed,
)
export type Options = Static<typeof Options>
