import { onBeforeUnmount, onMounted, ref, type Ref, type ShallowRef } from 'vue'
import { observeSize } from '../observe.ts'

/** Width in CSS pixels of an element without padding; 0 until it is known. */
export function useWidth(element: Readonly<ShallowRef<HTMLElement | null>>): Readonly<Ref<number>> {
  const width = ref(0)
  let stop = () => {}
  onMounted(() => {
    // At once, so that what is inside is there when the page has been drawn.
    width.value = element.value!.clientWidth
    stop = observeSize(element.value!, (now) => {
      width.value = now
    })
  })
  onBeforeUnmount(() => stop())
  return width
}
