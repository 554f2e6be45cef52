import { AnnotationOptions, Choice, LegendOptions, TooltipOptions, Type, type Static } from '@orrery/sdk'

const closed = { additionalProperties: false } as const

const Legend = Type.Object(
  {
    ...LegendOptions.properties,
    facets: Type.Boolean({
      title: 'Filter by labels',
      description: 'Above the entries one can choose a value of a label: only its series are shown.',
      default: false,
    }),
  },
  { ...closed, title: 'Legend' },
)

export const Options = Type.Object(
  {
    maxSeries: Type.Integer({
      title: 'Most series',
      description: 'Of more series those that reach highest are drawn.',
      minimum: 1,
      maximum: 30_000,
      default: 500,
    }),
    orientation: Choice(
      { horizontal: 'To the right', vertical: 'Downwards' },
      { title: 'Time runs', description: 'Downwards: with the values to the right.', default: 'horizontal' },
    ),
    timeScale: Choice(
      { linear: 'By time', ordinal: 'A step for each point' },
      {
        title: 'Time axis',
        description: 'A step for each point: all points are equally far apart, and times without any take no room.',
        default: 'linear',
      },
    ),
    timeZones: Type.Array(Type.String({ title: 'Time zone', format: 'time-zone', minLength: 1, maxLength: 64 }), {
      title: 'Time zones',
      description: 'Each has a time axis; the first is that of the tooltip too. Empty: the zone of the page.',
      default: [],
      uniqueItems: true,
      maxItems: 5,
    }),
    legend: Legend,
    tooltip: TooltipOptions,
    annotations: AnnotationOptions,
  },
  closed,
)
export type Options = Static<typeof Options>
