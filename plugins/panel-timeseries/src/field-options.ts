import { AxisFieldOptions, Choice, HideFrom, Type, ui, type Static } from '@orrery/sdk'

const closed = { additionalProperties: false } as const
const forLines = ui({ showIf: { drawStyle: 'line' } })
const forBars = ui({ showIf: { drawStyle: 'bars' } })
const percent = { minimum: 0, maximum: 100 } as const

const line = {
  drawStyle: Choice({ line: 'Lines', bars: 'Bars', points: 'Points' }, { title: 'Style', default: 'line' }),
  lineInterpolation: Choice(
    {
      linear: 'Straight',
      smooth: 'Smooth',
      stepBefore: 'Steps before the point',
      stepAfter: 'Steps after the point',
    },
    { title: 'Between points', default: 'linear', ...forLines },
  ),
  lineWidth: Type.Number({
    title: 'Line width',
    description: 'In pixels; of bars their rim.',
    minimum: 0,
    maximum: 10,
    default: 1.5,
  }),
  lineStyle: Choice({ solid: 'Solid', dash: 'Dashes', dot: 'Dots' }, { title: 'Line', default: 'solid', ...forLines }),
  lineDash: Type.Optional(
    Type.Array(Type.Number({ title: 'Length', minimum: 0, maximum: 1000 }), {
      title: 'Lengths of dashes',
      description: 'A dash, a gap, a dash and so on, in pixels.',
      maxItems: 20,
      ...ui({ showIf: { lineStyle: 'dash' } }),
    }),
  ),
  fillOpacity: Type.Number({ title: 'Fill', description: 'Percent of the colour.', ...percent, default: 0 }),
  gradientMode: Choice(
    { none: 'None', opacity: 'Fades downwards', hue: 'Turns its hue upwards', scheme: 'Colours of the values' },
    {
      title: 'Gradient',
      description: 'Colours of the values: where the colour of the field goes by thresholds or a scheme.',
      default: 'none',
    },
  ),
  fillBelowTo: Type.Optional(
    Type.String({
      title: 'Fill down to',
      description: 'The name of another series, such as that of a lower bound.',
      maxLength: 1000,
      ...forLines,
    }),
  ),
}

const points = {
  showPoints: Choice(
    { auto: 'Where there is room', always: 'Always', never: 'Never' },
    { title: 'Points', default: 'auto', ...forLines },
  ),
  pointSize: Type.Optional(
    Type.Number({ title: 'Size of points', description: 'In pixels.', minimum: 1, maximum: 40 }),
  ),
  pointSymbol: Choice(
    {
      circle: 'Circle',
      square: 'Square',
      diamond: 'Diamond',
      triangle: 'Triangle',
      cross: 'Cross',
      plus: 'Plus',
    },
    { title: 'Symbol of points', default: 'circle' },
  ),
  showValues: Type.Boolean({
    title: 'Write values',
    description: 'Above the points, where there is room.',
    default: false,
  }),
}

const gaps = {
  spanNulls: Type.Boolean({ title: 'Connect over missing values', default: false, ...forLines }),
  spanNullsBelow: Type.Optional(
    Type.Number({
      title: 'Only over gaps shorter than',
      description: 'In milliseconds. Empty: over all gaps.',
      exclusiveMinimum: 0,
      ...ui({ showIf: { spanNulls: true } }),
    }),
  ),
  insertNulls: Type.Optional(
    Type.Number({
      title: 'Part points further apart than',
      description: 'In milliseconds. Empty: points are joined, however far apart they are.',
      exclusiveMinimum: 0,
      ...forLines,
    }),
  ),
}

const bars = {
  barAlignment: Choice(
    { before: 'Before their time', center: 'Around their time', after: 'After their time' },
    { title: 'Bars stand', default: 'center', ...forBars },
  ),
  barWidthFactor: Type.Number({
    title: 'Width of bars',
    description: 'Share of the room from one time to the next.',
    minimum: 0.01,
    maximum: 1,
    default: 0.6,
    ...forBars,
  }),
  barMaxWidth: Type.Optional(
    Type.Number({ title: 'Greatest width of bars', description: 'In pixels.', minimum: 1, maximum: 1000, ...forBars }),
  ),
}

const values = {
  stacking: Choice(
    { none: 'None', normal: 'On top of each other', percent: 'Shares of the sum' },
    { title: 'Stacking', default: 'none' },
  ),
  stackingGroup: Type.String({
    title: 'Stack',
    description: 'Series with the same name here lie on each other.',
    maxLength: 100,
    default: 'A',
  }),
  transform: Choice(
    { none: 'None', constant: 'The first value all along', 'negative-Y': 'Below zero' },
    { title: 'Drawn as', default: 'none' },
  ),
  thresholdsStyle: Choice(
    {
      off: 'Off',
      line: 'Lines',
      dashed: 'Dashed lines',
      area: 'Areas',
      'line+area': 'Lines and areas',
      'dashed+area': 'Dashed lines and areas',
      series: 'Colours of the series',
    },
    { title: 'Show thresholds', default: 'off' },
  ),
}

/** How a single series is drawn: what `fieldConfig.*.custom` holds. */
export const FieldOptions = Type.Object(
  {
    ...line,
    ...points,
    ...gaps,
    ...bars,
    ...values,
    ...AxisFieldOptions.properties,
    hideFrom: HideFrom,
  },
  closed,
)
export type FieldOptions = Static<typeof FieldOptions>
