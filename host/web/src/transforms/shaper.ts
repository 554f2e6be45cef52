import { decode, encode } from '@orrery/frames'
import type { Frame } from '@orrery/sdk'
import type { ShapeAnswer, ShapeAsked, ShapeChain, ShapeResult } from './shape-request.ts'

/** What runs chains: a worker, or what stands in for one. */
export interface ShapePort {
  readonly post: (asked: ShapeAsked) => void
  readonly close: () => void
}
export interface PortOptions {
  readonly onAnswer: (told: ShapeAnswer) => void
  /** Its code could not be loaded, or ended. */
  readonly onError: (reason: string) => void
}

export type Shaped = ShapeResult<readonly Frame[]>

/** Shapes frames beside the page, which goes on. */
export interface Shaper {
  /**
   * Runs a chain. Frames that are the same as those of the call before are not handed over again. A newer call, or the
   * signal, ends an older one, whose promise then rejects. Rejects when the code of a step cannot be loaded.
   */
  readonly shape: (frames: readonly Frame[], chain: ShapeChain, signal: AbortSignal) => Promise<Shaped>
  readonly stop: () => void
}

/** A step that does not end of itself is ended with its worker. */
const PATIENCE_MS = 400

export function openShapeWorker({ onAnswer, onError }: PortOptions): ShapePort {
  const worker = new Worker(new URL('./shape-worker.ts', import.meta.url), { type: 'module' })
  worker.addEventListener('message', ({ data }: MessageEvent<ShapeAnswer>) => onAnswer(data))
  worker.addEventListener('error', ({ message }) => onError(message))
  return {
    post: (asked) => {
      const handed = asked.type === 'frames' ? asked.frames.map(({ buffer }) => buffer) : []
      worker.postMessage(asked, handed)
    },
    close: () => worker.terminate(),
  }
}

interface Run {
  readonly id: number
  readonly frames: readonly Frame[]
  readonly chain: ShapeChain
  readonly resolve: (shaped: Shaped) => void
  readonly reject: (reason: unknown) => void
}

const toFrames = (bytes: readonly Uint8Array[]) => bytes.map((each) => decode(each))

function toShaped({ frames, looked, stages, names }: ShapeAnswer & { readonly type: 'shaped' }): Shaped {
  return {
    frames: toFrames(frames),
    stages,
    names,
    ...(looked && { looked: { ...looked, input: toFrames(looked.input), output: toFrames(looked.output) } }),
  }
}

export function createShaper(open: (options: PortOptions) => ShapePort = openShapeWorker): Shaper {
  let port: ShapePort | undefined
  /** The frames that the port holds. */
  let held: readonly Frame[] | undefined
  let latest: Run | undefined
  /** Runs that were given up and have not said so. */
  const ending = new Map<number, ReturnType<typeof setTimeout>>()
  let lastId = 0

  function close() {
    for (const timer of ending.values()) clearTimeout(timer)
    ending.clear()
    port?.close()
    port = undefined
    held = undefined
  }
  function post({ id, frames, chain }: Run) {
    port ??= open({ onAnswer: take, onError: failAll })
    if (held !== frames) port.post({ type: 'frames', frames: frames.map((frame) => encode(frame)) })
    held = frames
    port.post({ type: 'run', id, chain })
  }
  function take(told: ShapeAnswer) {
    clearTimeout(ending.get(told.id))
    ending.delete(told.id)
    if (latest?.id !== told.id) return
    const { resolve, reject } = latest
    latest = undefined
    if (told.type === 'shaped') resolve(toShaped(told))
    else reject(new Error(told.type === 'failed' ? told.reason : told.type))
  }
  function failAll(reason: string) {
    const run = latest
    latest = undefined
    close()
    run?.reject(new Error(reason))
  }
  /** One that goes on all the same holds up those after it: they begin anew without it. */
  function restart() {
    close()
    if (latest) post(latest)
  }
  function giveUp(run: Run, reason: unknown) {
    if (latest !== run) return
    latest = undefined
    port?.post({ type: 'cancel', id: run.id })
    ending.set(run.id, setTimeout(restart, PATIENCE_MS))
    run.reject(reason)
  }
  return {
    shape: (frames, chain, signal) =>
      new Promise((resolve, reject) => {
        signal.throwIfAborted()
        if (latest) giveUp(latest, new Error('a newer chain is run'))
        const run: Run = { id: ++lastId, frames, chain, resolve, reject }
        signal.addEventListener('abort', () => giveUp(run, signal.reason), { once: true })
        latest = run
        post(run)
      }),
    stop: close,
  }
}
