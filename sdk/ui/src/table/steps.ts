/** Work that gives way now and then, so that a page stays smooth while it goes on. */
export type Steps<T> = Generator<void, T, void>

/** Rows or cells that a step may look at before it gives way: far less than a frame of work. */
export const STEP = 16_384

/** The numbers from 0 on. */
export function* countUp(count: number): Steps<Uint32Array<ArrayBuffer>> {
  const numbers = new Uint32Array(count)
  for (let i = 0; i < count; i++) {
    numbers[i] = i
    if (i % STEP === STEP - 1) yield
  }
  return numbers
}

/** All of it at once. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

/** In slices of some milliseconds between which the page draws and answers; undefined when it was given up. */
export async function finishInSlices<T>(steps: Steps<T>, signal: AbortSignal, sliceMs = 8): Promise<T | undefined> {
  let start = performance.now()
  while (!signal.aborted) {
    const { done, value } = steps.next()
    if (done) return value
    if (performance.now() - start < sliceMs) continue
    await nextTask()
    start = performance.now()
  }
  return undefined
}

/** A task of its own, which lets frames and input go first and, unlike a timer, does not wait longer each time. */
const nextTask = () =>
  new Promise<void>((resolve) => {
    const { port1, port2 } = new MessageChannel()
    const onMessage = () => {
      port1.close()
      resolve()
    }
    port1.addEventListener('message', onMessage, { once: true })
    port1.start()
    port2.postMessage(undefined)
  })
