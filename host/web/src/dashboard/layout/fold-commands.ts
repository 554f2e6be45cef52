import { inject, onScopeDispose, provide, shallowReactive, type InjectionKey } from 'vue'
import { useCommands, type Command } from '../../shell/commands.ts'
import { t } from '../../text.ts'
import type { LayoutBoard } from './board.ts'
import { foldSection, type KeyedSection } from './sections-view.ts'

type Rows = () => readonly KeyedSection[]

const rowsKey: InjectionKey<Set<Rows>> = Symbol('rows of the page')

/** Lets people open and close all rows of a layout at once; they tell of themselves with {@link useFoldedRows}. */
export function provideFoldCommands({ sections, setSections }: Pick<LayoutBoard, 'sections' | 'setSections'>): void {
  const all = shallowReactive(new Set<Rows>())
  provide(rowsKey, all)
  const fold = (close: boolean) => () =>
    setSections([...all].flatMap((rows) => rows()).reduce((view, row) => foldSection(view, row, close), sections.value))
  const group = t('Dashboard')
  const commands: readonly Command[] = [
    { keys: 'z o', title: t('Open all rows'), group, icon: 'chevron-down', run: fold(false) },
    { keys: 'z c', title: t('Close all rows'), group, icon: 'chevron-right', run: fold(true) },
  ]
  useCommands(() => (all.size ? commands : []))
}

/** Tells of rows that can be opened and closed. */
export function useFoldedRows(rows: Rows): void {
  const all = inject(rowsKey, undefined)
  all?.add(rows)
  onScopeDispose(() => all?.delete(rows))
}
