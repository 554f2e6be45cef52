import {
  copyPanel,
  moveItem,
  panelTitle,
  resizeItem,
  type DashboardSpec,
  type GridPlace,
  type ItemTarget,
} from '@orrery/dashboard'
import { nextTick, onScopeDispose, watch, type ShallowRef } from 'vue'
import { STACKED_BELOW_PX } from '../dashboard/grid.ts'
import { reportError } from '../shell/report.ts'
import { t } from '../text.ts'
import { parseInstanceKey } from '../dashboard/layout/instance.ts'
import { createAutoDrag } from './drag/auto-drag.ts'
import { createGridDrag } from './drag/grid-drag.ts'
import { listenToDrags } from './drag/pointer-drag.ts'
import { drawnSpec } from './draft.ts'
import type { DashboardEditing } from './editing.ts'
import { isArrow, layoutOf, moveByKey, placeIn, resizeByKey } from './grid-keys.ts'
import { parseClip, toClip } from './panel-clipboard.ts'

/** So long a panel that was just added is waited for. */
const MOST_FRAMES = 30
/** Where a drag does not begin. */
const CONTROLS = 'button, a, input, select, textarea, [contenteditable]'

const panelAt = (target: EventTarget | null): HTMLElement | undefined =>
  (target instanceof Element && target.closest<HTMLElement>('[data-panel]')) || undefined

/** The panel that an element is of, also one of its instances. */
const panelOf = (element: EventTarget | null | undefined): string | undefined => {
  const key = element instanceof HTMLElement ? element.dataset['panel'] : undefined
  return key === undefined ? undefined : parseInstanceKey(key).panel
}

/** Lets the panels inside an element be moved, resized, copied and removed, by mouse, finger and keys, while somebody edits. */
export function useGridEditing(
  root: Readonly<ShallowRef<HTMLElement | null>>,
  editing: () => DashboardEditing | undefined,
): void {
  const specOf = ({ editor }: DashboardEditing) => editor.draft.value.spec
  const titleOf = (of: DashboardEditing, panel: string) => panelTitle(drawnSpec(of.editor.draft.value), panel)

  /** The panel that the focus, or the pointer, selected by itself: what is open over it keeps the focus. */
  let focused: string | undefined
  function selectFocused(of: DashboardEditing, panel: string) {
    focused = panel
    of.selected.value = panel
  }
  function change(of: DashboardEditing, label: string, panel: string, next: DashboardSpec, merge?: string) {
    const before = specOf(of)
    of.editor.change(label, (draft) => (next === before ? draft : { ...draft, spec: next }), { merge })
    of.announce(next === before ? t('It cannot go there') : placeText(next, panel, titleOf(of, panel)))
  }

  function begin(event: PointerEvent) {
    const of = editing()
    const element = panelAt(event.target)
    const panel = panelOf(element)
    if (!of || !element || panel === undefined || !(event.target instanceof Element)) return undefined
    const kind = event.target.closest('[data-resize]') ? 'resize' : 'move'
    if (kind === 'move' && (!event.target.closest('header') || event.target.closest(CONTROLS))) return undefined
    const spec = specOf(of)
    const layout = layoutOf(spec.layout, panel)
    const drawn = element.parentElement
    if (!layout || !drawn) return undefined
    // On a narrow page panels stand one under the other, wherever they lie in the grid.
    if (layout.type === 'grid' && drawn.clientWidth < STACKED_BELOW_PX) return undefined
    selectFocused(of, panel)
    const title = titleOf(of, panel)
    const move = (to: ItemTarget) => change(of, t('Move panel {title}', { title }), panel, moveItem(spec, panel, to))
    const resize = (to: GridPlace) =>
      change(of, t('Resize panel {title}', { title }), panel, resizeItem(spec, panel, to))
    const dropInto = (section: string) => of.moveTo(panel, section)
    const drag = { layout: drawn, dragged: element, panel, dropInto }
    return () =>
      layout.type === 'grid'
        ? createGridDrag({ ...drag, items: layout.items, kind, drop: kind === 'move' ? move : resize })
        : createAutoDrag({ ...drag, items: layout.items, drop: (index) => move({ index }) })
  }

  function onKey(event: KeyboardEvent) {
    const of = editing()
    const panel = panelOf(event.target)
    if (!of || panel === undefined || event.defaultPrevented || event.altKey) return
    const isMod = event.ctrlKey || event.metaKey
    const run = () => {
      if (isMod) return event.key.toLowerCase() === 'd' && !event.shiftKey ? (of.duplicate(panel), true) : false
      if (isArrow(event.key)) {
        const title = titleOf(of, panel)
        const spec = specOf(of)
        if (event.shiftKey)
          change(of, t('Resize panel {title}', { title }), panel, resizeByKey(spec, panel, event.key), `size:${panel}`)
        else change(of, t('Move panel {title}', { title }), panel, moveByKey(spec, panel, event.key), `move:${panel}`)
        void nextTick(() => elementOf(panel)?.scrollIntoView({ block: 'nearest' }))
        return true
      }
      if (event.key === 'Enter') return (of.edit(panel), true)
      if (event.key === 'Delete' || event.key === 'Backspace') return (of.remove(panel), true)
      if (event.key !== 'Escape' || of.selected.value === undefined) return false
      of.selected.value = undefined
      elementOf(panel)?.blur()
      return true
    }
    if (run()) event.preventDefault()
  }

  function onCopy(event: ClipboardEvent) {
    const of = editing()
    const panel = panelOf(document.activeElement)
    const copied = of && panel !== undefined ? copyPanel(specOf(of), panel) : undefined
    if (!of || panel === undefined || !copied || !event.clipboardData) return
    event.clipboardData.setData('text/plain', toClip(copied))
    event.preventDefault()
    if (event.type === 'cut') of.remove(panel)
    else of.announce(t('Copied panel {title}', { title: titleOf(of, panel) }))
  }
  function onPaste(event: ClipboardEvent) {
    const of = editing()
    const target = event.target instanceof Element ? event.target : undefined
    if (!of || !event.clipboardData || target?.closest('input, textarea, [contenteditable], [role=dialog]')) return
    event.preventDefault()
    try {
      void of.paste(undefined, parseClip(event.clipboardData.getData('text/plain')))
    } catch (error) {
      reportError(error)
    }
  }

  const elementOf = (panel: string) => {
    const id = CSS.escape(panel)
    return root.value?.querySelector<HTMLElement>(`[data-panel="${id}"], [data-panel^="${id}@"]`)
  }
  const onFocus = (event: FocusEvent) => {
    const of = editing()
    const panel = panelOf(panelAt(event.target))
    if (of && panel !== undefined) selectFocused(of, panel)
  }

  // What is selected by a command, as a panel that was pasted, has the focus and is seen; it may be drawn a little later.
  watch([() => editing()?.selected.value, root], ([panel, element], [, before], onCleanup) => {
    if (panel === undefined || !element || (panel === focused && element === before)) return
    focused = undefined
    let frames = 0
    let frame = 0
    const focus = () => {
      const found = elementOf(panel)
      if (!found && frames++ < MOST_FRAMES) frame = requestAnimationFrame(focus)
      if (!found || found.contains(document.activeElement)) return
      found.focus({ preventScroll: true })
      found.scrollIntoView({ block: 'nearest' })
    }
    frame = requestAnimationFrame(focus)
    onCleanup(() => cancelAnimationFrame(frame))
  })
  // What changes its place among the others loses the focus.
  watch(
    () => editing()?.editor.draft.value,
    async () => {
      const panel = editing()?.selected.value
      const hadFocus = panelOf(panelAt(document.activeElement)) === panel
      await nextTick()
      if (panel !== undefined && hadFocus && document.activeElement === document.body)
        elementOf(panel)?.focus({ preventScroll: true })
    },
    { flush: 'pre' },
  )
  watch(root, (element, _, onCleanup) => {
    if (!element) return
    const needsRest = ({ target }: PointerEvent) => !(target instanceof Element && target.closest('[data-resize]'))
    const stop = listenToDrags(element, { begin, needsRest })
    element.addEventListener('keydown', onKey)
    element.addEventListener('focusin', onFocus)
    onCleanup(() => {
      stop()
      element.removeEventListener('keydown', onKey)
      element.removeEventListener('focusin', onFocus)
    })
  })
  const onDocument = [
    ['copy', onCopy],
    ['cut', onCopy],
    ['paste', onPaste],
  ] as const
  for (const [type, listener] of onDocument) document.addEventListener(type, listener)
  onScopeDispose(() => {
    for (const [type, listener] of onDocument) document.removeEventListener(type, listener)
  })
}

/** Where a panel lies, as a screen reader says it. */
function placeText(spec: DashboardSpec, panel: string, title: string): string {
  const place = placeIn(spec, panel)
  if (place) {
    const { x, y, w, h } = place
    return t('{title}: column {column}, row {row}, {width} wide, {height} high', {
      title,
      column: x + 1,
      row: y + 1,
      width: w,
      height: h,
    })
  }
  const items = layoutOf(spec.layout, panel)?.items ?? []
  const index = items.findIndex((item) => item.panel === panel)
  return t('{title}: {place} of {count}', { title, place: index + 1, count: items.length })
}
