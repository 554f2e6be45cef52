import { AnnotationOptions, LegendOptions, TooltipOptions, Type, type Static } from '@orrery/sdk'

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
    legend: Legend,
    tooltip: TooltipOptions,
    annotations: AnnotationOptions,
  },
  closed,
)
export type Options = Static<typeof Options>
