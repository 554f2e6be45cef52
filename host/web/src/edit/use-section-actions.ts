import {
  changeLayoutType,
  changeSection,
  duplicateSection,
  findSection,
  freeSectionId,
  moveSection,
  removeSection,
  renameSection,
  type DashboardSpec,
  type LayoutType,
  type Section,
} from '@orrery/dashboard'
import { t } from '../text.ts'
import type { Editor } from './editor.ts'

/** What people do with the rows and tabs of a dashboard that they edit. */
export interface SectionActions {
  readonly renameSection: (section: string, title: string) => void
  /** Sets all that a section says of itself but its title. */
  readonly setSection: (section: string, next: Omit<Section, 'id' | 'layout'>) => void
  /** Moves it beside another one, into whatever that one is in. */
  readonly moveSection: (section: string, side: 'before' | 'after', other: string) => void
  readonly duplicateSection: (section: string) => void
  readonly removeSection: (section: string, panels: 'remove' | 'keep') => void
  /** Changes how the panels of a section, or of the whole dashboard, are laid out. */
  readonly changeLayout: (type: LayoutType, section?: string) => void
}

export interface SectionActionsOptions {
  readonly editor: () => Editor
  readonly announce: (text: string) => void
}

export function useSectionActions({ editor, announce }: SectionActionsOptions): SectionActions {
  const titleOf = (section: string) => findSection(editor().draft.value.spec.layout, section)?.title || section
  const change = (label: string, next: (spec: DashboardSpec) => DashboardSpec, merge?: string) => {
    const before = editor().draft.value
    editor().change(
      label,
      (draft) => {
        const spec = next(draft.spec)
        return spec === draft.spec ? draft : { ...draft, spec }
      },
      { merge },
    )
    announce(editor().draft.value === before ? t('It cannot go there') : label)
  }
  return {
    renameSection: (section, title) =>
      change(t('Rename {title}', { title: titleOf(section) }), (spec) => renameSection(spec, section, title)),
    setSection: (section, next) =>
      change(
        t('Change {title}', { title: titleOf(section) }),
        (spec) => changeSection(spec, section, () => next),
        `section:${section}`,
      ),
    moveSection: (section, side, other) =>
      change(t('Move {title}', { title: titleOf(section) }), (spec) => moveSection(spec, section, side, other)),
    duplicateSection: (section) =>
      change(t('Duplicate {title}', { title: titleOf(section) }), (spec) => duplicateSection(spec, section)),
    removeSection: (section, panels) =>
      change(t('Remove {title}', { title: titleOf(section) }), (spec) => removeSection(spec, section, panels)),
    changeLayout: (type, at) =>
      change(t('Change the layout'), (spec) => {
        const section = { id: freeSectionId(spec, 'section'), title: type === 'tabs' ? t('Tab') : t('Row') }
        return changeLayoutType(spec, { type, at, section })
      }),
  }
}
