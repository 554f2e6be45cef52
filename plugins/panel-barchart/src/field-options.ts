import { AxisFieldOptions, Choice, HideFrom, Type, type Static } from '@orrery/sdk'

const closed = { additionalProperties: false } as const

/** How the bars of a single field are drawn: what `fieldConfig.*.custom` holds. */
export const FieldOptions = Type.Object(
  {
    fillOpacity: Type.Number({ title: 'Fill', description: 'Percent.', minimum: 0, maximum: 100, default: 80 }),
    lineWidth: Type.Number({ title: 'Line width', description: 'In pixels.', minimum: 0, maximum: 10, default: 1 }),
    gradientMode: Choice(
      {
        none: 'None',
        opacity: 'Fades towards the low end',
        hue: 'Turns its hue towards the high end',
        scheme: 'Colours of the values',
      },
      {
        title: 'Gradient',
        description: 'Colours of the values: where the colour of the field goes by thresholds or a scheme.',
        default: 'none',
      },
    ),
    thresholdsStyle: Choice(
      {
        off: 'Off',
        line: 'Lines',
        dashed: 'Dashed lines',
        area: 'Areas',
        'line+area': 'Lines and areas',
        'dashed+area': 'Dashed lines and areas',
      },
      { title: 'Show thresholds', default: 'off' },
    ),
    ...AxisFieldOptions.properties,
    hideFrom: HideFrom,
  },
  closed,
)
export type FieldOptions = Static<typeof FieldOptions>
