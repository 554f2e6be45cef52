import { Choice, Type, Variants, type Static, type TSchema } from '@orrery/schema'
import { Condition } from '../condition.ts'
import { Variable } from '../variable.ts'
import { AutoLayout } from './auto.ts'
import { GridLayout } from './grid.ts'

const closed = { additionalProperties: false } as const

/** How many levels of sections there may be, one in another. */
export const MAX_SECTION_LEVELS = 3

const section = {
  /** Lower case letters, digits and `-`; no other section of the dashboard has it. */
  id: Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,63}$' }),
  title: Type.String({ maxLength: 256, title: 'Title', default: '' }),
  /** Of rows: its content is not shown, and asks for nothing, until somebody opens it. */
  collapsed: Type.Optional(Type.Boolean({ title: 'Collapsed' })),
  /** Of rows: only the content is seen, which can not be collapsed then. */
  hideHeader: Type.Optional(Type.Boolean({ title: 'Hide the header' })),
  /** It is at least as high as the page. */
  fillScreen: Type.Optional(Type.Boolean({ title: 'Fill the screen' })),
  /** Name of a variable: the section is shown once for each of its values, which panels inside get. */
  repeat: Type.Optional(Type.String({ minLength: 1, maxLength: 64, title: 'Repeat by' })),
  showIf: Type.Optional(Condition),
  /** Those that panels inside have besides the dashboard's, and instead of them where names are the same. */
  variables: Type.Optional(Type.Array(Variable, { maxItems: 100, title: 'Variables' })),
}
const Leaf = Type.Object(section, closed)

/** A part of a dashboard with a title: a row of rows, or a tab of tabs. */
export type Section = Static<typeof Leaf> & { layout: Layout }
export type RowsLayout = { type: 'rows'; sections: Section[] }
export type TabsLayout = { type: 'tabs'; sections: Section[] }
/** A layout whose items are panels. */
export type PanelLayout = GridLayout | AutoLayout
/** A layout whose items are sections. */
export type SectionLayout = RowsLayout | TabsLayout
export type Layout = PanelLayout | SectionLayout
export type LayoutType = Layout['type']

function nested(levels: number): TSchema {
  if (levels === 0) return Variants([GridLayout, AutoLayout])
  const layout = nested(levels - 1)
  const sections = Type.Array(Type.Object({ ...section, layout }, closed), { maxItems: 100 })
  // Written once for both: twice would be eight times at the innermost level.
  const type = Choice({ rows: 'Rows', tabs: 'Tabs' }, { title: 'Layout' })
  return Variants([GridLayout, AutoLayout, Type.Object({ type, sections }, closed)])
}

/** Panels in a grid, or rows and tabs of such layouts. */
export const Layout = Type.Unsafe<Layout>(nested(MAX_SECTION_LEVELS))

export const hasSections = (layout: Layout): layout is SectionLayout => layout.type === 'rows' || layout.type === 'tabs'
