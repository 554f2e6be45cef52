import { inject, onScopeDispose, provide, type InjectionKey } from 'vue'
import { useCommands } from '../shell/commands.ts'
import { t } from '../text.ts'

/** What the keyboard does with a panel. */
export interface PanelActions {
  readonly fullScreen: () => void
  readonly inspect: () => void
}

const Panels: InjectionKey<Map<string, () => PanelActions>> = Symbol('panels of the keyboard')

/** The panel that has the focus, or else the pointer, or else the only one. */
function panelHere(): string | undefined {
  const panels = document.querySelectorAll<HTMLElement>('[data-panel]')
  const element =
    document.activeElement?.closest<HTMLElement>('[data-panel]') ??
    document.querySelector<HTMLElement>('[data-panel]:hover') ??
    (panels.length === 1 ? panels[0] : undefined)
  return element?.dataset['panel']
}

/** Shortcuts for the panels of a dashboard, which tell of themselves with {@link usePanelKeys}. */
export function usePanelShortcuts(): void {
  const panels = new Map<string, () => PanelActions>()
  provide(Panels, panels)
  const run = (action: keyof PanelActions) => () => {
    const actions = panels.get(panelHere() ?? '')
    actions?.()[action]()
  }
  const group = t('The panel with the focus or the pointer')
  useCommands(() => [
    { keys: 'v', title: t('Fill the page, or show all panels'), group, keysOnly: true, run: run('fullScreen') },
    { keys: 'i', title: t('Inspect'), group, keysOnly: true, run: run('inspect') },
  ])
}

/** Lets the keyboard reach a panel. Does nothing where no dashboard is around it. */
export function usePanelKeys(panel: string, actions: () => PanelActions): void {
  const panels = inject(Panels, undefined)
  panels?.set(panel, actions)
  // Another one may have taken the name meanwhile.
  onScopeDispose(() => panels?.get(panel) === actions && panels.delete(panel))
}
