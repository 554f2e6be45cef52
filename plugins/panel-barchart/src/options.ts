import { Choice, LegendOptions, NumberReducer, TooltipOptions, Type, ui, type Static } from '@orrery/sdk'

const closed = { additionalProperties: false } as const

const Axis = Type.Object(
  {
    placement: Choice(
      { auto: 'Below or left', opposite: 'Above or right', hidden: 'Hidden' },
      { title: 'Place', default: 'auto' },
    ),
    label: Type.Optional(Type.String({ title: 'Label', maxLength: 256 })),
    scale: Choice({ linear: 'Linear', log10: 'Logarithmic' }, { title: 'Scale', default: 'linear' }),
    softMin: Type.Optional(
      Type.Number({
        title: 'Soft lowest',
        description: 'The axis reaches down to here, and further where values are lower.',
      }),
    ),
    softMax: Type.Optional(
      Type.Number({
        title: 'Soft highest',
        description: 'The axis reaches up to here, and further where values are higher.',
      }),
    ),
    grid: Type.Boolean({ title: 'Grid', default: true }),
  },
  { ...closed, title: 'Value axis' },
)

const XTicks = Type.Object(
  {
    rotation: Type.Integer({
      title: 'Rotation',
      description: 'Degrees; negative ones rise.',
      minimum: -90,
      maximum: 90,
      default: 0,
    }),
    maxLength: Type.Optional(
      Type.Integer({
        title: 'Most characters',
        description: 'Empty: as many as there is room for.',
        minimum: 1,
        maximum: 1000,
      }),
    ),
    spacing: Type.Integer({
      title: 'Least distance',
      description: 'Pixels between names; those that are nearer are left out. 0: wherever they do not touch.',
      minimum: 0,
      maximum: 1000,
      default: 0,
    }),
  },
  { ...closed, title: 'Names below bars' },
)

/** Bars of a group are told as they stand, unlike lines. */
const Tooltip = Type.Object(
  {
    ...TooltipOptions.properties,
    sort: Type.Unsafe<TooltipOptions['sort']>({ ...TooltipOptions.properties.sort, default: 'none' }),
  },
  { ...closed, title: 'Tooltip' },
)

export const Options = Type.Object(
  {
    xField: Type.Optional(
      Type.String({
        title: 'Names of bars',
        description: 'A column of the table. Empty: the first of texts, else the first of times.',
        maxLength: 256,
      }),
    ),
    series: Choice(
      { reduced: 'One bar each', times: 'Bars at each time' },
      { title: 'Series are', default: 'reduced' },
    ),
    calculation: Type.Unsafe<Static<typeof NumberReducer>>({
      ...NumberReducer,
      title: 'Calculation',
      description: 'What becomes of the values of a series; missing ones are passed over.',
      default: 'lastNotNull',
      ...ui({ showIf: { series: 'reduced' } }),
    }),
    colorByField: Type.Optional(
      Type.String({
        title: 'Coloured by',
        description: 'A column whose cells give bars their colours.',
        maxLength: 256,
      }),
    ),
    orientation: Choice(
      { auto: 'Automatic', vertical: 'Upright', horizontal: 'Lying' },
      { title: 'Bars are', default: 'auto' },
    ),
    barWidth: Type.Number({
      title: 'Bar width',
      description: 'Share of the room that a bar has.',
      minimum: 0.01,
      maximum: 1,
      default: 0.97,
    }),
    groupWidth: Type.Number({
      title: 'Group width',
      description: 'Share of the room that a group has.',
      minimum: 0.01,
      maximum: 1,
      default: 0.7,
    }),
    barRadius: Type.Number({
      title: 'Round ends',
      description: 'Share of the width: 0.5 is a half circle.',
      minimum: 0,
      maximum: 0.5,
      default: 0,
    }),
    fillOpacity: Type.Number({ title: 'Fill', description: 'Percent.', minimum: 0, maximum: 100, default: 80 }),
    lineWidth: Type.Number({ title: 'Line width', description: 'In pixels.', minimum: 0, maximum: 10, default: 1 }),
    stacking: Choice(
      { none: 'None', normal: 'On top of each other', percent: 'As shares of a whole' },
      { title: 'Stacking', default: 'none' },
    ),
    showValue: Choice(
      { auto: 'Where there is room', always: 'Always', never: 'Never' },
      { title: 'Values at bars', default: 'auto' },
    ),
    fullHighlight: Type.Boolean({
      title: 'Highlight groups',
      description: 'Marks the whole group under the pointer, rather than one bar.',
      default: false,
    }),
    xTicks: XTicks,
    axis: Axis,
    thresholdsStyle: Choice({ off: 'Off', line: 'Lines', area: 'Areas' }, { title: 'Show thresholds', default: 'off' }),
    legend: LegendOptions,
    tooltip: Tooltip,
  },
  closed,
)
export type Options = Static<typeof Options>
