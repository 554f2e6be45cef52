import { Choice, ReduceOptions, Type, ui, type Static } from '@orrery/sdk'

const closed = { additionalProperties: false } as const
const size = { minimum: 1, maximum: 500 }
const ofManual = ui({ showIf: { sizing: 'manual' } })

export const Options = Type.Object(
  {
    reduce: ReduceOptions,
    shape: Choice({ gauge: 'Arc', circle: 'Circle' }, { title: 'Shape', default: 'gauge' }),
    barShape: Choice({ flat: 'Flat', rounded: 'Rounded' }, { title: 'Ends of the bar', default: 'flat' }),
    barWidthFactor: Type.Number({
      title: 'Width of the bar',
      description: 'From thin, 0.1, to as wide as it can be, 1.',
      minimum: 0.1,
      maximum: 1,
      default: 0.5,
    }),
    segmentCount: Type.Integer({
      title: 'Segments',
      description: 'Into how many parts the bar is cut.',
      minimum: 1,
      maximum: 100,
      default: 1,
    }),
    segmentSpacing: Type.Number({
      title: 'Room between segments',
      description: 'As a part of each.',
      minimum: 0,
      maximum: 0.9,
      default: 0.2,
    }),
    endpointMarker: Choice(
      { none: 'None', point: 'Point', glow: 'Glow' },
      { title: 'Mark at the value', default: 'none' },
    ),
    effects: Type.Object(
      {
        gradient: Type.Boolean({
          title: 'Gradient',
          description: 'The bar has the colour of each place.',
          default: false,
        }),
        barGlow: Type.Boolean({ title: 'Glowing bar', default: false }),
        centerGlow: Type.Boolean({ title: 'Glowing centre', default: false }),
      },
      { title: 'Effects', ...closed },
    ),
    neutral: Type.Optional(
      Type.Number({
        title: 'Neutral value',
        description: 'Where the bar begins. Empty: at the lowest value, or zero.',
      }),
    ),
    sparkline: Type.Boolean({ title: 'Course of a series', default: true }),
    showThresholdLabels: Type.Boolean({ title: 'Threshold values', default: false }),
    showThresholdMarkers: Type.Boolean({ title: 'Threshold colours', default: true }),
    textMode: Choice(
      { auto: 'Automatic', value: 'Value', name: 'Name', valueAndName: 'Value and name', none: 'None' },
      { title: 'Text', description: 'Automatic: names where there are several values.', default: 'auto' },
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
    minWidth: Type.Integer({ title: 'Least width', minimum: 20, maximum: 2000, default: 150, ...ofManual }),
    minHeight: Type.Integer({ title: 'Least height', minimum: 20, maximum: 2000, default: 150, ...ofManual }),
    orientation: Choice(
      { auto: 'Automatic', horizontal: 'Side by side', vertical: 'One below the other' },
      { title: 'Arrangement', description: 'Automatic: whatever gives the largest gauges.', default: 'auto' },
    ),
  },
  closed,
)
export type Options = Static<typeof Options>
