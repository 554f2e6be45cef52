import { ref, watch, type Ref, type ShallowRef } from 'vue'
import { useBoard } from './board.ts'

/**
 * CSS pixels that an element has which fills the screen, 0 where it does not: what is left of the page below what stands
 * above it, or the whole page where little is left.
 */
export function useFill(
  element: Readonly<ShallowRef<HTMLElement | null>>,
  options: { readonly fills: () => boolean; readonly width: Readonly<Ref<number>> },
): Readonly<Ref<number>> {
  const { screenHeight } = useBoard()
  const fill = ref(0)
  const measure = () => {
    const page = element.value?.closest('.o-page')
    if (!options.fills() || !element.value || !page) return 0
    const start = page.getBoundingClientRect().top + Number.parseFloat(getComputedStyle(page).paddingBlockStart)
    const above = element.value.getBoundingClientRect().top + page.scrollTop - start
    return above < screenHeight.value / 2 ? screenHeight.value - above : screenHeight.value
  }
  watch(
    [options.fills, options.width, screenHeight],
    () => {
      fill.value = measure()
    },
    { flush: 'post', immediate: true },
  )
  return fill
}
