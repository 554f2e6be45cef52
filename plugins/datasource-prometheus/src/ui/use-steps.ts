import { computed, ref, shallowRef, watch } from 'vue'
import { emptyQuery, type BuilderQuery } from '../promql/builder/builder-query.ts'
import { isCodeOnly, toBuilder } from '../promql/builder/to-builder.ts'
import { toPromql } from '../promql/builder/to-promql.ts'

export type Mode = 'builder' | 'code'
const KEY = 'orrery-promql-mode'

const keptMode = (): Mode => {
  try {
    return localStorage.getItem(KEY) === 'code' ? 'code' : 'builder'
  } catch {
    return 'builder'
  }
}
function keepMode(mode: Mode) {
  try {
    localStorage.setItem(KEY, mode)
  } catch {
    // A browser that keeps nothing begins with the builder again.
  }
}

/**
 * An expression as text and in steps. Steps that are half made (a filter without a label) say the same as the text, so the
 * steps stay as they are until the text changes from outside.
 */
export function useSteps(expr: () => string, write: (expr: string) => void) {
  const read = () => toBuilder(expr())
  const converted = shallowRef(read())
  let written = expr()
  watch(expr, (next) => {
    if (next === written) return
    written = next
    converted.value = read()
    if (isCodeOnly(converted.value)) mode.value = 'code'
  })

  const mode = ref<Mode>(isCodeOnly(converted.value) ? 'code' : keptMode())
  return {
    mode,
    setMode(next: Mode) {
      mode.value = next
      keepMode(next)
    },
    /** Why there are no steps; undefined when there are. */
    reason: computed(() => (isCodeOnly(converted.value) ? converted.value.codeOnly : undefined)),
    steps: computed((): BuilderQuery => (isCodeOnly(converted.value) ? emptyQuery : converted.value)),
    setSteps(next: BuilderQuery) {
      converted.value = next
      written = toPromql(next)
      write(written)
    },
  }
}
