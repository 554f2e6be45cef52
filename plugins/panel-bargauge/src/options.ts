import { Choice, ReduceOptions, Type, ui, type Static } from '@orrery/sdk'

const closed = { additionalProperties: false } as const
const size = { minimum: 1, maximum: 500 }
const room = { minimum: 4, maximum: 2000 }
const ofManual = ui({ showIf: { sizing: 'manual' } })

export const Options = Type.Object(
  {
    reduce: ReduceOptions,
    displayMode: Choice(
      { basic: 'One colour', gradient: 'Gradient', lcd: 'Cells' },
      { title: 'Bar', description: 'A gradient and cells have the colour of each place.', default: 'gradient' },
    ),
    valueMode: Choice(
      { color: 'In the colour of the value', text: 'In the colour of text', hidden: 'Hidden' },
      { title: 'Value', default: 'color' },
    ),
    namePlacement: Choice(
      { auto: 'Automatic', top: 'Above', left: 'Before', hidden: 'Hidden' },
      { title: 'Name', description: 'Automatic: before bars that are low, else above.', default: 'auto' },
    ),
    showUnfilled: Type.Boolean({ title: 'Rest of the bar', default: true }),
    neutral: Type.Optional(
      Type.Number({
        title: 'Neutral value',
        description: 'Where the bar begins. Empty: at the lowest value, or zero.',
      }),
    ),
    text: Type.Object(
      {
        title: Type.Optional(Type.Integer({ title: 'Of names', ...size })),
        value: Type.Optional(Type.Integer({ title: 'Of values', ...size })),
      },
      { title: 'Text size', description: 'In pixels. Empty: as large as the room allows.', ...closed },
    ),
    sizing: Choice(
      { auto: 'Automatic', manual: 'By hand' },
      { title: 'Size', description: 'Automatic: all fit the panel while they can be read.', default: 'auto' },
    ),
    minVizWidth: Type.Integer({ title: 'Least width of upright bars', default: 16, ...room, ...ofManual }),
    minVizHeight: Type.Integer({ title: 'Least height of lying bars', default: 16, ...room, ...ofManual }),
    maxVizHeight: Type.Integer({ title: 'Greatest height of lying bars', default: 300, ...room, ...ofManual }),
    orientation: Choice(
      { auto: 'Automatic', horizontal: 'Lying', vertical: 'Upright' },
      { title: 'Direction', description: 'Automatic: upright in panels that are wide.', default: 'auto' },
    ),
  },
  closed,
)
export type Options = Static<typeof Options>
