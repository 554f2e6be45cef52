import { Choice, LegendOptions, NumberReducer, TooltipOptions, Type, ui, type Static } from '@orrery/sdk'

const closed = { additionalProperties: false } as const

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

const size = { minimum: 1, maximum: 500 }
const TextSizes = Type.Object(
  {
    title: Type.Optional(Type.Integer({ title: 'Of names', ...size })),
    value: Type.Optional(Type.Integer({ title: 'Of values', ...size })),
  },
  { ...closed, title: 'Text size', description: 'In pixels. Empty: 11.' },
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
    text: TextSizes,
    legend: LegendOptions,
    tooltip: Tooltip,
  },
  closed,
)
export type Options = Static<typeof Options>
