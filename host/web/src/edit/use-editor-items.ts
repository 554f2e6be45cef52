import { hasSections, isLibraryPanelUse, panelEntry, sectionsAround, sectionsOf } from '@orrery/dashboard'
import type { MenuItem } from '@orrery/ui'
import { computed, ref, type ComputedRef } from 'vue'
import { reporting } from '../shell/report.ts'
import { t } from '../text.ts'
import type { DashboardEditing } from './editing.ts'

/** What the menu of a panel offers while the dashboard is edited, and whether the dialog of its item is open. */
export function useEditorItems(panel: () => string, editing: ComputedRef<DashboardEditing | undefined> | undefined) {
  const isOpen = ref(false)
  const items = computed((): readonly MenuItem[] => {
    const now = editing?.value
    if (!now) return []
    const id = panel()
    const { spec } = now.editor.draft.value
    const { layout } = spec
    const entry = panelEntry(spec, id)
    const own = sectionsAround(layout, id)?.at(-1)?.id
    // A panel goes where panels are, not between sections.
    const places = sectionsOf(layout).filter((section) => section.id !== own && !hasSections(section.layout))
    return [
      { label: t('Edit'), icon: 'pencil', shortcut: '↵', select: () => now.edit(id) },
      { label: t('Duplicate'), icon: 'copy', select: () => now.duplicate(id) },
      { label: t('Copy'), icon: 'clipboard-paste', select: reporting(() => now.copy(id)) },
      { label: t('Cut'), icon: 'scissors', select: reporting(() => now.cut(id)) },
      { label: t('Repeat and condition'), icon: 'repeat', select: () => (isOpen.value = true) },
      ...(entry && isLibraryPanelUse(entry)
        ? [{ label: t('Unlink from the library'), icon: 'unlink', select: () => now.unlink(id) }]
        : [
            {
              label: t('Save to the library'),
              icon: 'library',
              select: () => now.openLibrary({ type: 'keep', panel: id }),
            },
          ]),
      ...places.map((section, i) => ({
        label: t('Move to {section}', { section: section.title || section.id }),
        icon: 'arrow-right',
        separated: i === 0,
        select: () => now.moveTo(id, section.id),
      })),
      { label: t('Remove'), icon: 'trash-2', danger: true, separated: true, select: () => now.remove(id) },
    ]
  })
  return { items, isOpen }
}
