import { nextTick, readonly, ref } from 'vue'

const isOn = ref(false)

/** The page is on its way to paper: all of it is drawn, in light colours and as wide as a sheet. */
export const isPrinting = readonly(isOn)

/** What takes longer is printed as far as it is. */
const PATIENCE_MS = 30_000
/** Data that has come is drawn, and whatever follows a size has found it. */
const CALM_MS = 400

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Waits until nothing was loading for a moment. */
async function settle(isLoading: () => boolean) {
  const end = performance.now() + PATIENCE_MS
  for (let calm = 0; calm < CALM_MS && performance.now() < end; calm += 100) {
    await wait(100)
    if (isLoading()) calm = -100
  }
}

const ends = ['afterprint', 'pointermove', 'keydown'] as const
function end() {
  for (const sign of ends) removeEventListener(sign, end)
  isOn.value = false
}

/** Draws the whole page, waits for its data, and has the browser print it. */
export async function printPage(isLoading: () => boolean): Promise<void> {
  if (isOn.value) return
  isOn.value = true
  await nextTick()
  await settle(isLoading)
  // Not every browser tells when its dialog closes; then somebody moves.
  for (const sign of ends) addEventListener(sign, end)
  window.print()
}

/** What the browser prints by itself is whole and light, too, with the data that is there. Returns the stop. */
export function watchPrinting(): () => void {
  const begin = () => {
    if (isOn.value) return
    isOn.value = true
    addEventListener('afterprint', end)
  }
  addEventListener('beforeprint', begin)
  return () => {
    removeEventListener('beforeprint', begin)
    end()
  }
}
