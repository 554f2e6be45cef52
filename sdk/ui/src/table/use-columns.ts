import { computed, type Ref } from 'vue'
import { layoutColumns, placeColumns, type PlacedColumn } from './column-layout.ts'
import type { TableColumn } from './column.ts'

/** Room for columns before it is measured. */
const roomAtFirst = 1200
/** Frozen columns leave at least this share of the room to those that scroll. */
const mostFrozen = 0.6

/** What a viewer set of columns by hand, by their keys. Columns that are not there are passed over. */
export interface ColumnChoices {
  /** In pixels. */
  readonly widths: ReadonlyMap<string, number>
  readonly hidden: ReadonlySet<string>
  /** These come first; the others follow as they came. */
  readonly order: readonly string[]
}

export const noChoices: ColumnChoices = { widths: new Map(), hidden: new Set(), order: [] }

/** The columns of a table as the viewer set them: at their widths, in their order, without those that are hidden. */
export function useColumns(
  given: () => {
    readonly columns: readonly TableColumn[]
    readonly frozen: number
    /** Keys of the columns that rows are grouped by: these come first and are never hidden. */
    readonly groupBy: readonly string[]
    readonly view: { readonly left: number; readonly width: number }
  },
  choices: Ref<ColumnChoices>,
) {
  const inOrder = computed(() => {
    const { columns, groupBy } = given()
    const rank = new Map([...groupBy, ...choices.value.order].map((key, k) => [key, k] as const).toReversed())
    const placeOf = ({ key, isNumber }: TableColumn) => (isNumber ? -1 : (rank.get(key) ?? Infinity))
    return rank.size === 0
      ? columns
      : columns.toSorted((a, b) => (placeOf(a) === placeOf(b) ? 0 : placeOf(a) - placeOf(b)))
  })
  const isHidden = ({ key }: TableColumn) => choices.value.hidden.has(key) && !given().groupBy.includes(key)
  const columns = computed(() => inOrder.value.filter((column) => !isHidden(column)))
  const hidden = computed(() => given().columns.length - columns.value.length)
  const room = computed(() => given().view.width || roomAtFirst)
  const layout = computed(() => layoutColumns(columns.value, choices.value.widths, room.value))
  const frozen = computed(() => {
    const { starts } = layout.value
    const count = Math.min(given().frozen, columns.value.length - 1)
    return count > 0 && starts[count]! <= room.value * mostFrozen ? count : 0
  })
  const frozenWidth = computed(() => layout.value.starts[frozen.value] ?? 0)
  let before: readonly PlacedColumn[] = []
  const placed = computed(() => {
    const view = { left: given().view.left, width: room.value }
    const next = placeColumns(columns.value, layout.value, frozen.value, view)
    // The same while the same columns are seen, so that rows need not be drawn anew.
    const isSame = next.length === before.length && next.every((place, i) => isAlike(place, before[i]!))
    return isSame ? before : (before = next)
  })

  const change = (patch: Partial<ColumnChoices>) => {
    choices.value = { ...choices.value, ...patch }
  }
  function resize(key: string, width: number | undefined) {
    const widths = new Map(choices.value.widths)
    if (width === undefined) widths.delete(key)
    else widths.set(key, width)
    change({ widths })
  }
  const hide = (key: string) => change({ hidden: new Set([...choices.value.hidden, key]) })
  const showAll = () => change({ hidden: new Set() })
  const isResized = (key: string) => choices.value.widths.has(key)
  /** The column that one would change places with, a step to the start (-1) or to the end (1). */
  function neighbourOf(key: string, step: number): string | undefined {
    const at = columns.value.findIndex((column) => column.key === key)
    const isMovable = (column: TableColumn | undefined) =>
      column !== undefined && !column.isNumber && !given().groupBy.includes(column.key)
    const other = columns.value[at + step]
    return isMovable(columns.value[at]) && isMovable(other) ? other?.key : undefined
  }
  function move(key: string, step: number) {
    const other = neighbourOf(key, step)
    if (other === undefined) return
    const order = inOrder.value.map((column) => column.key)
    order.splice(order.indexOf(key), 1)
    order.splice(order.indexOf(other) + (step > 0 ? 1 : 0), 0, key)
    change({ order })
  }
  return { columns, hidden, layout, frozenWidth, placed, resize, isResized, hide, showAll, neighbourOf, move }
}

const isAlike = (a: PlacedColumn, b: PlacedColumn) =>
  a.column === b.column &&
  a.index === b.index &&
  a.width === b.width &&
  a.isFrozen === b.isFrozen &&
  a.style['marginInlineStart'] === b.style['marginInlineStart'] &&
  a.style['insetInlineStart'] === b.style['insetInlineStart']
