import { Type, validate } from '@orrery/sdk'
import { shallowRef, watch, type ShallowRef } from 'vue'
import { Entry, withoutQuery, withQuery, withStar } from './entries.ts'

export interface QueryHistory {
  readonly entries: Readonly<ShallowRef<readonly Entry[]>>
  readonly add: (expr: string) => void
  readonly star: (expr: string, isStarred: boolean) => void
  readonly remove: (expr: string) => void
}

const Entries = Type.Array(Entry)

function read(key: string): readonly Entry[] {
  try {
    const stored = validate(Entries, JSON.parse(localStorage.getItem(key) ?? '[]'))
    return stored.ok ? stored.value : []
  } catch {
    // Not JSON, or a browser that keeps nothing.
    return []
  }
}

/** The queries of a datasource that ran in this browser. */
export function useHistory(datasource: () => string): QueryHistory {
  const keyOf = () => `orrery-promql-history:${datasource()}`
  const entries = shallowRef(read(keyOf()))
  watch(keyOf, (key) => (entries.value = read(key)))

  const change = (edit: (entries: readonly Entry[]) => readonly Entry[]) => {
    // Another tab may have added some.
    entries.value = edit(read(keyOf()))
    try {
      localStorage.setItem(keyOf(), JSON.stringify(entries.value))
    } catch {
      // The browser keeps no more: the history is then of this page only.
    }
  }
  return {
    entries,
    add(expr) {
      const text = expr.trim()
      if (text && entries.value[0]?.expr !== text) change((all) => withQuery(all, text, Date.now()))
    },
    star: (expr, isStarred) => change((all) => withStar(all, expr, isStarred)),
    remove: (expr) => change((all) => withoutQuery(all, expr)),
  }
}
