import { Choice, Type, ui, type Static } from '@orrery/schema'

/** The value axis of a field, among the options of a chart's fields: spread its properties into them. */
export const AxisFieldOptions = Type.Object(
  {
    axisPlacement: Choice(
      { auto: 'Automatic', left: 'Left', right: 'Right', top: 'Top', bottom: 'Bottom', hidden: 'Hidden' },
      {
        title: 'Value axis',
        description: 'One unit, scale and place have one axis. Automatic: the first left or below, others opposite it.',
        default: 'auto',
      },
    ),
    axisLabel: Type.Optional(Type.String({ title: 'Label of the axis', maxLength: 256 })),
    axisWidth: Type.Optional(
      Type.Number({ title: 'Width of the axis', description: 'In pixels.', minimum: 0, maximum: 1000 }),
    ),
    axisSoftMin: Type.Optional(
      Type.Number({
        title: 'Soft lowest',
        description: 'The axis reaches down to here, and further where values are lower.',
      }),
    ),
    axisSoftMax: Type.Optional(
      Type.Number({
        title: 'Soft highest',
        description: 'The axis reaches up to here, and further where values are higher.',
      }),
    ),
    axisColorMode: Choice({ text: 'Text', series: 'First series' }, { title: 'Colour of the axis', default: 'text' }),
    axisGridShow: Choice(
      { auto: 'Of the first axis', on: 'On', off: 'Off' },
      { title: 'Lines across the chart', default: 'auto' },
    ),
    axisBorderShow: Type.Boolean({ title: 'Line of the axis', default: false }),
    axisCenteredZero: Type.Boolean({ title: 'Zero in the middle', default: false }),
    scale: Choice(
      {
        linear: 'Linear',
        log10: 'Logarithm of ten',
        log2: 'Logarithm of two',
        symlog: 'Logarithm on both sides of zero',
      },
      { title: 'Scale', default: 'linear' },
    ),
    linearThreshold: Type.Number({
      title: 'Linear about zero',
      description: 'Values up to here, on both sides.',
      exclusiveMinimum: 0,
      default: 1,
      ...ui({ showIf: { scale: 'symlog' } }),
    }),
  },
  { additionalProperties: false, title: 'Value axis' },
)
export type AxisFieldOptions = Static<typeof AxisFieldOptions>

/** Where a field does not appear, among the options of a chart's fields. */
export const HideFrom = Type.Object(
  {
    viz: Type.Boolean({ title: 'Chart', default: false }),
    legend: Type.Boolean({ title: 'Legend', default: false }),
    tooltip: Type.Boolean({ title: 'Tooltip', default: false }),
  },
  { additionalProperties: false, title: 'Hide from' },
)
export type HideFrom = Static<typeof HideFrom>
