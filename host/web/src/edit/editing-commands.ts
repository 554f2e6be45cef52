import type { Command } from '../shell/commands.ts'
import { reporting } from '../shell/report.ts'
import { t } from '../text.ts'
import type { DashboardEditing } from './editing.ts'

export interface EditingDoors {
  readonly save: () => void
  readonly settings: () => void
  readonly leave: () => void
  /** Only its settings are open. */
  readonly isProtected: boolean
}

/** What people do with a dashboard that they edit, by keys and from the palette. */
export function editingCommands(
  editing: DashboardEditing,
  { save, settings, leave, isProtected }: EditingDoors,
): readonly Command[] {
  const group = t('Editing')
  const { editor } = editing
  const panel = t('The selected panel')
  const always: readonly Command[] = [
    { keys: 'mod+s', title: t('Save the dashboard'), group, icon: 'save', run: save },
    { keys: 'mod+z', title: t('Undo'), group, icon: 'undo-2', leavesFields: true, run: editor.undo },
    { keys: 'mod+shift+z', title: t('Redo'), group, icon: 'redo-2', leavesFields: true, run: editor.redo },
    { keys: 'e', title: t('Leave the editor'), group, icon: 'x', run: leave },
  ]
  if (isProtected) return always
  return [
    ...always,
    { keys: 'a', title: t('Add a panel'), group, icon: 'plus', run: reporting(() => editing.add()) },
    {
      keys: 'l',
      title: t('Add a panel of the library'),
      group,
      icon: 'library',
      run: () => editing.openLibrary({ type: 'add' }),
    },
    { title: t('Add a row'), group, icon: 'rows-3', run: () => editing.addSection('rows') },
    { title: t('Add a tab'), group, icon: 'panels-top-left', run: () => editing.addSection('tabs') },
    { keys: 's', title: t('Settings of the dashboard'), group, icon: 'settings', run: settings },
    ...[
      ['arrows', t('Move')],
      ['shift+arrows', t('Resize')],
      ['Enter', t('Edit')],
      ['Delete', t('Remove')],
      ['mod+c', t('Copy')],
      ['mod+x', t('Cut')],
      ['mod+v', t('Paste')],
      ['mod+d', t('Duplicate')],
    ].map(([keys = '', title = '']) => ({
      keys,
      title,
      group: panel,
      keysOnly: true,
      readsItself: true,
      run: () => {},
    })),
  ]
}
