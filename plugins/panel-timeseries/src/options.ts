import { Choice, Type, ui, type Static } from '@orrery/sdk'

const closed = { additionalProperties: false } as const

/** What a legend can say of a series, with the titles that it has there. */
export const titleOfStatistic = { last: 'Last', min: 'Min', max: 'Max', mean: 'Mean' } as const

const Axis = Type.Object(
  {
    label: Type.Optional(Type.String({ title: 'Label', maxLength: 256 })),
    scale: Choice({ linear: 'Linear', log: 'Logarithmic' }, { title: 'Scale', default: 'linear' }),
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
  },
  { ...closed, title: 'Value axis' },
)

const Legend = Type.Object(
  {
    mode: Choice({ list: 'List', table: 'Table', hidden: 'Hidden' }, { title: 'Legend', default: 'list' }),
    placement: Choice({ bottom: 'Below', right: 'Beside' }, { title: 'Place', default: 'bottom' }),
    values: Type.Array(Choice(titleOfStatistic, { title: 'Value' }), {
      title: 'Values',
      description: 'What is said of each series.',
      default: [],
      uniqueItems: true,
    }),
  },
  { ...closed, title: 'Legend' },
)

const Tooltip = Type.Object(
  {
    mode: Choice({ single: 'Nearest series', multi: 'All series' }, { title: 'Tooltip', default: 'multi' }),
    sort: Choice(
      { none: 'As drawn', descending: 'Highest first', ascending: 'Lowest first' },
      { title: 'Order', default: 'descending', ...ui({ showIf: { mode: 'multi' } }) },
    ),
  },
  { ...closed, title: 'Tooltip' },
)

export const Options = Type.Object(
  {
    drawStyle: Choice({ line: 'Lines', points: 'Points' }, { title: 'Style', default: 'line' }),
    lineInterpolation: Choice(
      { linear: 'Straight', stepBefore: 'Steps before the point', stepAfter: 'Steps after the point' },
      { title: 'Between points', default: 'linear', ...ui({ showIf: { drawStyle: 'line' } }) },
    ),
    lineWidth: Type.Number({
      title: 'Line width',
      description: 'In pixels.',
      minimum: 0,
      maximum: 10,
      default: 1.5,
      ...ui({ showIf: { drawStyle: 'line' } }),
    }),
    fillOpacity: Type.Number({
      title: 'Fill',
      description: 'Percent under the lines.',
      minimum: 0,
      maximum: 100,
      default: 0,
      ...ui({ showIf: { drawStyle: 'line' } }),
    }),
    showPoints: Choice(
      { auto: 'Where there is room', always: 'Always', never: 'Never' },
      { title: 'Points', default: 'auto', ...ui({ showIf: { drawStyle: 'line' } }) },
    ),
    spanNulls: Type.Boolean({
      title: 'Connect over missing values',
      default: false,
      ...ui({ showIf: { drawStyle: 'line' } }),
    }),
    stacking: Choice({ none: 'None', normal: 'On top of each other' }, { title: 'Stacking', default: 'none' }),
    maxSeries: Type.Integer({
      title: 'Most series',
      description: 'Of more series those that reach highest are drawn.',
      minimum: 1,
      maximum: 10_000,
      default: 500,
    }),
    thresholdsStyle: Choice({ off: 'Off', line: 'Lines', area: 'Areas' }, { title: 'Show thresholds', default: 'off' }),
    axis: Axis,
    legend: Legend,
    tooltip: Tooltip,
  },
  closed,
)
export type Options = Static<typeof Options>
