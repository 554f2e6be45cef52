import { onScopeDispose, ref, shallowRef, watch, type Ref, type ShallowRef } from 'vue'
import type { TableColumn, TableSort } from './column.ts'
import { filterRows, type ColumnFilters } from './row-filter.ts'
import { groupRows, type RowGroups } from './row-groups.ts'
import { sortRows } from './row-order.ts'
import { finish, finishInSlices, type Steps } from './steps.ts'

/** What a table is of. */
export interface TableSource {
  readonly columns: readonly TableColumn[]
  readonly rows: number
  readonly sorts: readonly TableSort[]
  readonly filters: ColumnFilters
  /** Keys of columns that the rows are grouped by, the outermost first. */
  readonly groupBy: readonly string[]
}

/** The rows that are shown, with the columns that they were ordered by. */
export interface ShownRows extends Pick<TableSource, 'columns' | 'rows'> {
  readonly count: number
  /** Row numbers in the order in which they are shown; undefined where that is as they came. */
  readonly order: Uint32Array | undefined
  /** Those of the order, where they are grouped. */
  readonly groups: RowGroups | undefined
}

/** Rows that are ordered in one go; more take slices, and the page shows the rows before until these are ready. */
const mostAtOnce = 20_000

/** Keeps the rows of a table filtered and sorted. */
export function useRows(source: () => TableSource): {
  readonly shown: Readonly<ShallowRef<ShownRows>>
  readonly isBusy: Readonly<Ref<boolean>>
} {
  const { columns, rows } = source()
  const shown = shallowRef<ShownRows>({ columns, rows, count: rows, order: undefined, groups: undefined })
  const isBusy = ref(false)
  let running = new AbortController()
  async function arrange(given: TableSource) {
    running.abort()
    const { signal } = (running = new AbortController())
    const steps = arrangeRows(given)
    if (given.rows <= mostAtOnce) shown.value = finish(steps)
    else {
      isBusy.value = true
      const arranged = await finishInSlices(steps, signal)
      if (!arranged) return
      shown.value = arranged
    }
    isBusy.value = false
  }
  watch(source, arrange, { immediate: true })
  onScopeDispose(() => running.abort())
  return { shown, isBusy }
}

/** Filters first: sorting is the dearer part. */
export function* arrangeRows({ columns, rows, sorts, filters, groupBy }: TableSource): Steps<ShownRows> {
  const isThere = (key: string) => columns.some((column) => column.key === key)
  const isFiltered = [...filters.keys()].some(isThere)
  const isSorted = sorts.some(({ key }) => isThere(key))
  const keys = groupBy.filter(isThere)
  if (!isFiltered && !isSorted && keys.length === 0)
    return { columns, rows, count: rows, order: undefined, groups: undefined }
  const kept = yield* filterRows(columns, isFiltered ? filters : new Map(), rows)
  const sorted = isSorted ? yield* sortRows(kept, columns, sorts, rows) : kept
  const groups = keys.length > 0 ? yield* groupRows(sorted, columns, keys, sorts, rows) : undefined
  return { columns, rows, count: sorted.length, order: groups?.rows ?? sorted, groups }
}
