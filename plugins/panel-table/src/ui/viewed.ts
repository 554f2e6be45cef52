import { Type, type Kept, type Static } from '@orrery/sdk'
import { noChoices, type ColumnChoices, type ColumnFilters, type TableSort } from '@orrery/ui'
import { shallowRef, watch, type Ref } from 'vue'

const Text = Type.String()
const Filter = Type.Object({
  contains: Type.Optional(Text),
  values: Type.Optional(Type.Array(Text)),
  from: Type.Optional(Type.Number()),
  to: Type.Optional(Type.Number()),
  missing: Type.Optional(Type.Union([Type.Literal('only'), Type.Literal('without')])),
})

/** What a viewer set of a table by hand, by the titles of its sheets; columns are named by their fields. */
export const Viewed = Type.Record(
  Text,
  Type.Object({
    widths: Type.Record(Text, Type.Number()),
    hidden: Type.Array(Text),
    order: Type.Array(Text),
    filters: Type.Record(Text, Filter),
    /** Absent: as the options say. */
    sort: Type.Optional(Type.Array(Type.Object({ key: Text, descending: Type.Boolean() }))),
  }),
)
type Viewed = Static<typeof Viewed>

/** A table as its viewer set it. */
export interface ViewedTable {
  readonly choices: Ref<ColumnChoices>
  readonly filters: Ref<ColumnFilters>
  readonly sort: Ref<readonly TableSort[]>
  /** As it was at first. */
  readonly reset: () => void
}

/** Reads what is kept of a sheet, and keeps what is set of it from then on. */
export function useViewed(
  kept: Kept<Viewed>,
  given: () => { readonly sheet: string; readonly firstSort: readonly TableSort[] },
): ViewedTable {
  const choices = shallowRef(noChoices)
  const filters = shallowRef<ColumnFilters>(new Map())
  const sort = shallowRef<readonly TableSort[]>([])

  function read() {
    const { sheet, firstSort } = given()
    const found = kept.get()?.[sheet]
    choices.value = found
      ? { widths: new Map(Object.entries(found.widths)), hidden: new Set(found.hidden), order: found.order }
      : noChoices
    filters.value = new Map(
      Object.entries(found?.filters ?? {}).map(([key, { values, ...rest }]) => [
        key,
        { ...rest, ...(values && { values: new Set(values) }) },
      ]),
    )
    sort.value = found?.sort ?? firstSort
  }

  function write() {
    const { sheet, firstSort } = given()
    const { [sheet]: _, ...others } = kept.get() ?? {}
    const { widths, hidden, order } = choices.value
    const isSorted = JSON.stringify(sort.value) !== JSON.stringify(firstSort)
    const isSet = isSorted || filters.value.size + widths.size + hidden.size + order.length > 0
    const own = {
      widths: Object.fromEntries(widths),
      hidden: [...hidden],
      order: [...order],
      filters: Object.fromEntries(
        [...filters.value].map(([key, { values, ...rest }]) => [
          key,
          { ...rest, ...(values && { values: [...values] }) },
        ]),
      ),
      ...(isSorted && { sort: [...sort.value] }),
    }
    const next = isSet ? { ...others, [sheet]: own } : others
    kept.set(Object.keys(next).length > 0 ? next : undefined)
  }

  read()
  // A refresh keeps what the viewer chose.
  watch(() => given().sheet, read)
  watch(
    () => JSON.stringify(given().firstSort),
    () => {
      sort.value = given().firstSort
    },
  )
  watch([choices, filters, sort], write)
  function reset() {
    choices.value = noChoices
    filters.value = new Map()
    sort.value = given().firstSort
  }
  return { choices, filters, sort, reset }
}
