import { onBeforeUnmount, onMounted, ref, type Ref, type ShallowRef } from 'vue'
import { observeSize } from '../observe.ts'

/** Width of an element's content in CSS pixels; 0 until it is known. */
export function useWidth(element: Readonly<ShallowRef<HTMLElement | null>>): Readonly<Ref<number>> {
  const width = ref(0)
  let stop = () => {}
  onMounted(() => {
    stop = observeSize(element.value!, (now) => {
      width.value = now
    })
  })
  onBeforeUnmount(() => stop())
  return width
}
