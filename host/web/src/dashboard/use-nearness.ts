import { computed, onBeforeUnmount, onMounted, ref, watch, type Ref, type ShallowRef } from 'vue'
import { isPrinting } from '../viewing/printing.ts'
import { observeVisible } from './observe.ts'

// Panels just below the edge are ready when they are scrolled to.
const NEAR = '200px'
// In screens: far enough that scrolling to and fro builds nothing anew.
const FAR = '150%'

export interface Nearness {
  /** It is on the screen, or about to be; or on its way to paper, which shows all. */
  readonly isNear: Readonly<Ref<boolean>>
  /** It came near, and is not far since: what it draws is kept. What has the focus, or was used, is never taken away. */
  readonly isDrawn: Readonly<Ref<boolean>>
  /** To be called when somebody does something inside: a series is hidden, a table sorted, and should stay so. */
  readonly onUse: () => void
  /** To be called when the focus leaves something inside the element. */
  readonly onFocusOut: (event: FocusEvent) => void
}

/** How near an element is to the part of the page that is on the screen. */
export function useNearness(element: Readonly<ShallowRef<HTMLElement | null>>): Nearness {
  const isOnScreen = ref(false)
  const isNear = computed(() => isOnScreen.value || isPrinting.value)
  const isDrawn = ref(false)
  let isFar = true
  let isUsed = false
  const has = (target: EventTarget | null | undefined) => target instanceof Node && element.value!.contains(target)

  const update = (next?: EventTarget | null) => {
    if (isNear.value) isDrawn.value = true
    // A window that loses the focus takes it from nothing in it.
    else if (isFar && !isUsed && !has(next) && !has(document.activeElement)) isDrawn.value = false
  }
  const stops: (() => void)[] = []
  onMounted(() => {
    stops.push(
      observeVisible(element.value!, NEAR, (visible) => {
        isOnScreen.value = visible
        update()
      }),
      observeVisible(element.value!, FAR, (visible) => {
        isFar = !visible
        update()
      }),
    )
  })
  // At once: the browser that prints by itself waits for nothing.
  watch(isPrinting, () => update(), { flush: 'sync' })
  onBeforeUnmount(() => {
    for (const stop of stops) stop()
  })
  return {
    isNear,
    isDrawn,
    onUse: () => {
      isUsed = true
    },
    onFocusOut: ({ relatedTarget }) => update(relatedTarget),
  }
}
