import { AnnotationOptions, Choice, ColorName, SchemeName, TooltipOptions, Type, ui, type Static } from '@orrery/sdk'

const closed = { additionalProperties: false } as const

const XBuckets = Type.Object(
  {
    mode: Choice({ auto: 'Automatic', size: 'Of a length', count: 'So many' }, { title: 'Columns', default: 'auto' }),
    size: Type.String({
      title: 'Length',
      description: 'Such as 30s, 5m or 1h.',
      pattern: '^[0-9]+(\\.[0-9]+)?(ms|s|m|h|d|w|y)$',
      default: '1m',
      ...ui({ showIf: { mode: 'size' } }),
    }),
    count: Type.Integer({
      title: 'Number',
      minimum: 1,
      maximum: 2000,
      default: 40,
      ...ui({ showIf: { mode: 'count' } }),
    }),
  },
  { ...closed, title: 'Columns' },
)

const YBuckets = Type.Object(
  {
    scale: Choice(
      { linear: 'Equal', log2: 'Doubling', log10: 'Tenfold' },
      { title: 'Heights', description: 'How the rows grow.', default: 'linear' },
    ),
    mode: Choice({ auto: 'Automatic', size: 'Of a height', count: 'So many' }, { title: 'Rows', default: 'auto' }),
    size: Type.Number({
      title: 'Height',
      description:
        'In the unit of the values. Where rows double or grow tenfold: into how many each of those is parted.',
      exclusiveMinimum: 0,
      default: 1,
      ...ui({ showIf: { mode: 'size' } }),
    }),
    count: Type.Integer({
      title: 'Number',
      minimum: 1,
      maximum: 2000,
      default: 20,
      ...ui({ showIf: { mode: 'count' } }),
    }),
  },
  { ...closed, title: 'Rows' },
)

const RowsFrame = Type.Object(
  {
    layout: Choice(
      { auto: 'Automatic', le: 'Upper bounds', ge: 'Lower bounds', names: 'Names' },
      {
        title: 'Series are',
        description: 'Automatic: bounds where there is a label le or ge, or where all names are numbers.',
        default: 'auto',
      },
    ),
    counts: Choice(
      { auto: 'Automatic', cumulative: 'Those of lower buckets too', single: 'Their own' },
      {
        title: 'Buckets count',
        description: 'Automatic: those of lower ones too where each has at least as many as the one below.',
        default: 'auto',
      },
    ),
  },
  { ...closed, title: 'Series as rows' },
)

const Color = Type.Object(
  {
    mode: Choice({ scheme: 'Scheme', opacity: 'One colour' }, { title: 'Colours', default: 'scheme' }),
    scheme: Type.Unsafe<SchemeName>({ ...SchemeName, ...ui({ showIf: { mode: 'scheme' } }) }),
    fill: Type.String({
      ...ColorName,
      title: 'Colour',
      default: 'blue',
      ...ui({ widget: 'color', showIf: { mode: 'opacity' } }),
    }),
    steps: Type.Integer({ title: 'Steps', minimum: 2, maximum: 128, default: 64 }),
    exponent: Type.Number({
      title: 'Exponent',
      description: 'Below 1, differences between low values are seen better; above 1, those between high ones.',
      minimum: 0.01,
      maximum: 10,
      default: 0.5,
    }),
    reverse: Type.Boolean({ title: 'Reversed', default: false, ...ui({ showIf: { mode: 'scheme' } }) }),
    min: Type.Optional(Type.Number({ title: 'First colour at', description: 'Empty: the lowest value shown.' })),
    max: Type.Optional(Type.Number({ title: 'Last colour at', description: 'Empty: the highest value shown.' })),
  },
  { ...closed, title: 'Colours' },
)

const YAxis = Type.Object(
  {
    scale: Choice(
      {
        auto: 'Automatic',
        linear: 'Linear',
        log2: 'Logarithmic, base 2',
        log10: 'Logarithmic, base 10',
        symlog: 'Logarithmic on both sides of zero',
        even: 'All rows of one height',
      },
      { title: 'Scale', description: 'Automatic: logarithmic where rows grow.', default: 'auto' },
    ),
    placement: Choice({ left: 'Left', right: 'Right', hidden: 'Hidden' }, { title: 'Place', default: 'left' }),
    label: Type.Optional(Type.String({ title: 'Label', maxLength: 256 })),
    width: Type.Optional(Type.Number({ title: 'Width', description: 'In pixels.', minimum: 0, maximum: 1000 })),
    unit: Type.Optional(
      Type.String({
        title: 'Unit',
        description: 'Of what is counted; empty: as the data says.',
        maxLength: 100,
        ...ui({ widget: 'unit' }),
      }),
    ),
    decimals: Type.Optional(Type.Integer({ title: 'Decimals', minimum: 0, maximum: 15 })),
    min: Type.Optional(Type.Number({ title: 'Lowest' })),
    max: Type.Optional(Type.Number({ title: 'Highest' })),
    reverse: Type.Boolean({ title: 'Upside down', default: false }),
  },
  { ...closed, title: 'Value axis' },
)

const FilterValues = Type.Object(
  {
    le: Type.Optional(
      Type.Number({ title: 'Hide values up to', description: 'Empty cells have the value 0.', default: 0 }),
    ),
    ge: Type.Optional(Type.Number({ title: 'Hide values from' })),
  },
  { ...closed, title: 'Hidden cells' },
)

const Exemplars = Type.Object(
  {
    show: Type.Boolean({ title: 'Exemplars', default: true }),
    color: Type.String({
      ...ColorName,
      title: 'Colour',
      default: 'yellow',
      ...ui({ widget: 'color', showIf: { show: true } }),
    }),
  },
  { ...closed, title: 'Exemplars' },
)

const Tooltip = Type.Object(
  {
    ...TooltipOptions.properties,
    mode: Type.Unsafe<TooltipOptions['mode']>({ ...TooltipOptions.properties.mode, default: 'single' }),
    sort: Type.Unsafe<TooltipOptions['sort']>({ ...TooltipOptions.properties.sort, default: 'none' }),
    yHistogram: Type.Boolean({
      title: 'Whole column',
      description: 'The values of all rows at that time, as bars.',
      default: true,
    }),
    colorScale: Type.Boolean({ title: 'Colour scale', default: false }),
  },
  { ...closed, title: 'Tooltip' },
)

export const Options = Type.Object(
  {
    calculate: Choice(
      { auto: 'Where there are no buckets', always: 'Always', never: 'Never' },
      {
        title: 'Count values',
        description: 'Counts plain values in columns and rows, rather than drawing buckets that the data has.',
        default: 'auto',
      },
    ),
    xBuckets: XBuckets,
    yBuckets: YBuckets,
    rowsFrame: RowsFrame,
    color: Color,
    filterValues: FilterValues,
    cellGap: Type.Number({ title: 'Gap', description: 'Pixels between cells.', minimum: 0, maximum: 25, default: 1 }),
    cellRadius: Type.Number({ title: 'Round corners', description: 'In pixels.', minimum: 0, maximum: 50, default: 0 }),
    yAxis: YAxis,
    selectionMode: Choice(
      { x: 'Times', y: 'Values', xy: 'Times and values' },
      {
        title: 'Dragging selects',
        description:
          'Times are those of the dashboard. Values are narrowed in this panel alone, as long as it is seen.',
        default: 'x',
      },
    ),
    exemplars: Exemplars,
    annotations: AnnotationOptions,
    tooltip: Tooltip,
    legend: Type.Boolean({ title: 'Colour scale', default: true }),
  },
  closed,
)
export type Options = Static<typeof Options>
