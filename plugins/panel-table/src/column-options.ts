import { Choice, NumberReducer, Type, Variants, type Static } from '@orrery/sdk'

const kind = <const Name extends string>(name: Name) => ({ type: Type.Literal(name) })

/** How the cells of a column look. */
export const Cell = Variants(
  [
    Type.Object(kind('auto'), { title: 'As its type is' }),
    Type.Object(kind('color-text'), { title: 'Coloured text' }),
    Type.Object(
      {
        ...kind('color-background'),
        fill: Choice({ basic: 'Even', gradient: 'Gradient' }, { title: 'Fill', default: 'basic' }),
        applyToRow: Type.Boolean({ title: 'The whole row', default: false }),
      },
      { title: 'Coloured background' },
    ),
    Type.Object(
      {
        ...kind('gauge'),
        fill: Choice({ basic: 'Even', gradient: 'Gradient', lcd: 'Segments' }, { title: 'Fill', default: 'gradient' }),
        value: Choice(
          { color: 'In its colour', text: 'As text', hidden: 'Hidden' },
          { title: 'Value', default: 'color' },
        ),
      },
      { title: 'Gauge' },
    ),
    Type.Object(
      {
        ...kind('sparkline'),
        area: Type.Boolean({ title: 'Filled', default: true }),
        value: Type.Boolean({ title: 'Last value', default: true }),
      },
      { title: 'Course of values' },
    ),
    Type.Object(
      {
        ...kind('image'),
        alt: Type.Optional(Type.String({ title: 'Text in its place', description: 'For who does not see it.' })),
      },
      { title: 'Picture' },
    ),
    Type.Object(kind('json'), { title: 'JSON' }),
    Type.Object(kind('links'), { title: 'Links' }),
    Type.Object(kind('actions'), { title: 'Actions' }),
    Type.Object(kind('pill'), { title: 'Pills' }),
    Type.Object(kind('markdown'), { title: 'Markdown' }),
    Type.Object(kind('rows'), { title: 'Table inside the row' }),
    Type.Object(kind('geo'), { title: 'Place or shape' }),
  ],
  { title: 'Cells' },
)
export type Cell = Static<typeof Cell>

/** What only tables know of a field. */
export const ColumnOptions = Type.Object(
  {
    cell: Cell,
    align: Choice(
      { auto: 'By type', start: 'Start', center: 'Middle', end: 'End' },
      { title: 'Alignment', default: 'auto' },
    ),
    width: Type.Optional(
      Type.Integer({ title: 'Width', description: 'In pixels. Empty: by content.', minimum: 20, maximum: 4000 }),
    ),
    minWidth: Type.Optional(Type.Integer({ title: 'Least width', minimum: 20, maximum: 4000 })),
    sortable: Type.Boolean({ title: 'Can be sorted by', default: true }),
    wrapText: Type.Boolean({ title: 'Wrap texts', default: false }),
    wrapHeaderText: Type.Boolean({ title: 'Wrap the header', default: false }),
    hideHeader: Type.Boolean({ title: 'Hide the title', default: false }),
    hidden: Type.Boolean({ title: 'Hidden', default: false }),
    inspect: Type.Boolean({
      title: 'Button for the whole value',
      description: 'The menu of a cell has it always.',
      default: false,
    }),
    styleField: Type.Optional(
      Type.String({
        title: 'Look from column',
        description:
          'The name of the field whose value colours these cells: by its own thresholds and mappings, or a colour, or JSON with color and background.',
        minLength: 1,
        maxLength: 256,
      }),
    ),
    tooltip: Type.Optional(
      Type.Object(
        {
          field: Type.String({
            title: 'Hint from column',
            description: 'The name of the field that has it.',
            minLength: 1,
            maxLength: 256,
          }),
          placement: Choice(
            { auto: 'At the pointer', top: 'Above', right: 'Right', bottom: 'Below', left: 'Left' },
            { title: 'Placement', default: 'auto' },
          ),
        },
        { title: 'Hint', additionalProperties: false },
      ),
    ),
    group: Type.Array(NumberReducer, {
      title: 'In groups',
      description: 'What stands in the row of a group.',
      default: [],
      maxItems: 6,
    }),
    footer: Type.Array(NumberReducer, { title: 'Footer', description: 'What stands below.', default: [], maxItems: 6 }),
  },
  { additionalProperties: false },
)
export type ColumnOptions = Static<typeof ColumnOptions>
