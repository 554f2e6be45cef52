import { computed, ref, shallowRef } from 'vue'
import type { FootCell } from './column.ts'
import type { ShownRows } from './use-rows.ts'

/** What stands in a line of a table: a row, or a group of rows. */
export type TableLine =
  | { readonly row: number; readonly group: undefined }
  | { readonly row: undefined; readonly group: GroupLine }

export interface GroupLine {
  /** Among all groups. */
  readonly index: number
  readonly level: number
  /** Key of the column that it has in common. */
  readonly key: string
  readonly text: string
  readonly count: number
  readonly isOpen: boolean
  /** By the keys of their columns. */
  readonly figures: ReadonlyMap<string, readonly FootCell[]>
}

/** What a cell of a group says. */
export const toGroupText = ({ key, text, figures }: GroupLine, column: string): string =>
  key === column ? text : (figures.get(column) ?? []).map((figure) => `${figure.title} ${figure.text}`).join(' ')

/** Which groups are open: all or none, but for those whose paths are named. */
interface Opened {
  readonly all: boolean
  /** Changed in place as groups are opened and closed. */
  readonly except: Set<string>
}

/** The text of a group itself, of its path. */
const lastOf = (path: string) => (JSON.parse(path) as readonly string[]).at(-1)!

/** The lines of a table: its rows or, where they are grouped, the groups and the rows of those that are open. */
export function useGroups(shown: () => ShownRows) {
  const opened = shallowRef<Opened>({ all: false, except: new Set() })

  const textOf = (group: number) => {
    const { columns, groups } = shown()
    const key = groups!.keys[groups!.levels[group]!]
    return columns.find((column) => column.key === key)!.text(groups!.rows[groups!.starts[group]!]!)
  }
  /** The texts of a group and of those that it is in. */
  function pathOf(group: number): string {
    const { columns, groups } = shown()
    const row = groups!.rows[groups!.starts[group]!]!
    const keys = groups!.keys.slice(0, groups!.levels[group]! + 1)
    return JSON.stringify(keys.map((key) => columns.find((column) => column.key === key)!.text(row)))
  }
  // Looked up by path once for all groups, which may be a million; from then on by their numbers.
  const flags = computed(() => {
    const { groups } = shown()
    const { all, except } = opened.value
    const found = new Uint8Array(groups?.count ?? 0).fill(Number(all))
    if (except.size === 0) return found
    const texts = new Set([...except].map((path) => lastOf(path)))
    for (let group = 0; group < found.length; group++)
      if (texts.has(textOf(group)) && except.has(pathOf(group))) found[group] = Number(!all)
    return found
  })
  const toggles = ref(0)
  const isOpen = (group: number) => flags.value[group] === 1

  /** Places among the rows of the groups, or what is below zero for groups: `~group`. */
  const lines = computed(() => {
    void toggles.value
    const { groups, count } = shown()
    if (!groups) return undefined
    const { levels, starts, ends, nexts, keys } = groups
    const found = new Int32Array(groups.count + count)
    let length = 0
    for (let group = 0; group < groups.count;) {
      found[length++] = ~group
      if (!isOpen(group)) group = nexts[group]!
      else {
        if (levels[group] === keys.length - 1)
          for (let place = starts[group]!; place < ends[group]!; place++) found[length++] = place
        group++
      }
    }
    return found.subarray(0, length)
  })
  const lineCount = computed(() => lines.value?.length ?? shown().count)

  function lineAt(position: number): TableLine {
    const { columns, groups, order } = shown()
    if (!groups || !lines.value) return { row: order?.[position] ?? position, group: undefined }
    const line = lines.value[position]!
    if (line >= 0) return { row: groups.rows[line]!, group: undefined }
    const index = ~line
    const [level, rows] = [groups.levels[index]!, groups.rows.subarray(groups.starts[index], groups.ends[index])]
    const figures = columns.flatMap(({ key, group }) => (group ? [[key, group.cells(rows)] as const] : []))
    return {
      row: undefined,
      group: {
        index,
        level,
        key: groups.keys[level]!,
        text: textOf(index),
        count: rows.length,
        isOpen: isOpen(index),
        figures: new Map(figures),
      },
    }
  }

  function toggle({ index }: GroupLine) {
    const { except } = opened.value
    const path = pathOf(index)
    if (!except.delete(path)) except.add(path)
    flags.value[index] = Number(!isOpen(index))
    toggles.value++
  }
  const toggleAll = (all: boolean) => {
    opened.value = { all, except: new Set() }
  }

  /** The line of the group that a line is in; undefined for those in none. */
  function parentOf(position: number): number | undefined {
    const { groups } = shown()
    if (!groups || !lines.value) return undefined
    const own = lines.value[position]!
    const level = own < 0 ? groups.levels[~own]! : groups.keys.length
    for (let at = position - 1; at >= 0; at--) {
      const line = lines.value[at]!
      if (line < 0 && groups.levels[~line]! < level) return at
    }
    return undefined
  }
  const isAnyOpen = computed(() => {
    void toggles.value
    return lineCount.value > 0 && (opened.value.all || opened.value.except.size > 0)
  })
  return { lineCount, lineAt, toggle, toggleAll, parentOf, isAnyOpen }
}
