import { check, Type, type Static } from '@orrery/sdk'
import { session } from '../api/session.ts'

const Recent = Type.Array(Type.Object({ kind: Type.String(), id: Type.String(), title: Type.String() }))
/** Something that was opened in this browser. */
export type RecentItem = Static<typeof Recent>[number]

const KEPT = 8
// Whoever else uses the browser has visited other things.
const keyOf = () => `orrery-recent ${session.user?.id ?? ''}`

function read(): readonly RecentItem[] {
  try {
    return check(Recent, JSON.parse(localStorage.getItem(keyOf()) ?? '[]'), 'orrery-recent')
  } catch {
    return []
  }
}
function write(items: readonly RecentItem[]) {
  localStorage.setItem(keyOf(), JSON.stringify(items))
}
const isSame = (a: Pick<RecentItem, 'kind' | 'id'>, b: Pick<RecentItem, 'kind' | 'id'>) =>
  a.kind === b.kind && a.id === b.id

/** What this person opened here, the latest first. */
export const recentItems = read

export const rememberRecent = ({ kind, id, title }: RecentItem) =>
  write([{ kind, id, title }, ...read().filter((item) => !isSame(item, { kind, id }))].slice(0, KEPT))

/** For what is not there any more. */
export const forgetRecent = (gone: Pick<RecentItem, 'kind' | 'id'>) =>
  write(read().filter((item) => !isSame(item, gone)))
