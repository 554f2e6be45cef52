import { Choice, ReduceOptions, Type, ui, type Static } from '@orrery/sdk'

const closed = { additionalProperties: false } as const
const size = { minimum: 1, maximum: 500 }
const ofPercent = ui({ showIf: { showPercentChange: true } })

export const Options = Type.Object(
  {
    reduce: ReduceOptions,
    graphMode: Choice({ none: 'None', line: 'Line', area: 'Area' }, { title: 'Graph', default: 'area' }),
    colorMode: Choice(
      { value: 'Value', background: 'Background, shaded', backgroundSolid: 'Background', none: 'None' },
      {
        title: 'Colour',
        description: 'What gets the colour of the value: by thresholds, unless a colour is set.',
        default: 'value',
      },
    ),
    textMode: Choice(
      { auto: 'Automatic', value: 'Value', name: 'Name', valueAndName: 'Value and name', none: 'None' },
      { title: 'Text', description: 'Automatic: names where there are several values.', default: 'auto' },
    ),
    justifyMode: Choice(
      { auto: 'Automatic', start: 'At the start', center: 'In the middle' },
      { title: 'Alignment', description: 'Automatic: a lone value in the middle.', default: 'auto' },
    ),
    wideLayout: Type.Boolean({
      title: 'Name beside the value',
      description: 'Where the room is much wider than high.',
      default: true,
    }),
    showPercentChange: Type.Boolean({
      title: 'Change in percent',
      description: 'From the first to the last value.',
      default: false,
    }),
    percentChangeColorMode: Choice(
      { standard: 'More is good', inverted: 'Less is good', sameAsValue: 'As the value' },
      { title: 'Colour of the change', default: 'standard', ...ofPercent },
    ),
    text: Type.Object(
      {
        title: Type.Optional(Type.Integer({ title: 'Of names', ...size })),
        value: Type.Optional(Type.Integer({ title: 'Of values', ...size })),
        percent: Type.Optional(Type.Integer({ title: 'Of changes', ...size })),
      },
      { title: 'Text size', description: 'In pixels. Empty: as large as the room allows.', ...closed },
    ),
    orientation: Choice(
      { auto: 'Automatic', horizontal: 'Side by side', vertical: 'One below the other' },
      { title: 'Arrangement', description: 'Automatic: whatever gives the largest text.', default: 'auto' },
    ),
  },
  closed,
)
export type Options = Static<typeof Options>
