import { readonly, ref, watch, type Ref } from 'vue'

/** What passes sooner is not worth a sign: each that comes and goes has the browser compose the page anew. */
const SHORT_MS = 250

/** True when `is()` has been true for a quarter of a second; false as soon as it is not. */
export function useLasting(is: () => boolean): Readonly<Ref<boolean>> {
  const lasts = ref(false)
  watch(
    is,
    (now, _, onCleanup) => {
      lasts.value = false
      if (!now) return
      const timer = setTimeout(() => (lasts.value = true), SHORT_MS)
      onCleanup(() => clearTimeout(timer))
    },
    { immediate: true },
  )
  return readonly(lasts)
}
