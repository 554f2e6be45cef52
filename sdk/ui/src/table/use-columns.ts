import { computed, shallowRef } from 'vue'
import { layoutColumns, placeColumns, type PlacedColumn } from './column-layout.ts'
import type { TableColumn } from './column.ts'

/** Room for columns before it is measured. */
const roomAtFirst = 1200
/** Frozen columns leave at least this share of the room to those that scroll. */
const mostFrozen = 0.6

/** The columns of a table with the widths that the viewer gave them, and without those that the viewer hid. */
export function useColumns(
  given: () => {
    readonly columns: readonly TableColumn[]
    readonly frozen: number
    readonly view: { readonly left: number; readonly width: number }
  },
) {
  const chosen = shallowRef<ReadonlyMap<string, number>>(new Map())
  const hiddenKeys = shallowRef<ReadonlySet<string>>(new Set())

  const columns = computed(() => given().columns.filter(({ key }) => !hiddenKeys.value.has(key)))
  const hidden = computed(() => given().columns.length - columns.value.length)
  const room = computed(() => given().view.width || roomAtFirst)
  const layout = computed(() => layoutColumns(columns.value, chosen.value, room.value))
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

  function resize(key: string, width: number | undefined) {
    const widths = new Map(chosen.value)
    if (width === undefined) widths.delete(key)
    else widths.set(key, width)
    chosen.value = widths
  }
  const hide = (key: string) => {
    hiddenKeys.value = new Set([...hiddenKeys.value, key])
  }
  const showAll = () => {
    hiddenKeys.value = new Set()
  }
  const isResized = (key: string) => chosen.value.has(key)
  return { columns, hidden, layout, frozenWidth, placed, resize, isResized, hide, showAll }
}

const isAlike = (a: PlacedColumn, b: PlacedColumn) =>
  a.column === b.column &&
  a.index === b.index &&
  a.width === b.width &&
  a.isFrozen === b.isFrozen &&
  a.style['marginInlineStart'] === b.style['marginInlineStart'] &&
  a.style['insetInlineStart'] === b.style['insetInlineStart']
