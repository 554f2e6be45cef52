import { ref, shallowRef } from 'vue'
import { toPageProblem, type PageProblem } from './use-load.ts'

/** What a dialog does when its button is pressed: once at a time, and what it throws is kept to be shown. */
export function useAction(action: () => Promise<unknown>) {
  const isBusy = ref(false)
  const problem = shallowRef<PageProblem>()
  return {
    isBusy,
    problem,
    /** Whether it was done. */
    run: async (): Promise<boolean> => {
      if (isBusy.value) return false
      isBusy.value = true
      problem.value = undefined
      try {
        await action()
        return true
      } catch (error) {
        problem.value = toPageProblem(error)
        return false
      } finally {
        isBusy.value = false
      }
    },
  }
}
