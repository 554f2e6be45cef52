import { decode, encode, slice } from '@orrery/frames'
import {
  fillOption,
  findBuiltIn,
  runTransforms,
  toRows,
  type LoadedTransform,
  type TransformStage,
} from '@orrery/query'
import type { Frame } from '@orrery/sdk'
import type { ShapeAnswer, ShapeAsked, ShapeChain, ShapeResult, TransformCode } from './shape-request.ts'
import { namesAlong, toSummary } from './stages.ts'

/** As many rows of a stage as anybody looks through. */
const MOST_LOOKED_AT = 1000

/** Lets what has been asked meanwhile come in: a newer chain ends an older one between two steps. */
const nextTask = () => new Promise<void>((resolve) => setTimeout(resolve))

const toBytes = (frames: readonly Frame[]) => frames.map((frame) => encode(frame))
const toLooked = (frames: readonly Frame[]) => frames.map((frame) => slice(toRows(frame), 0, MOST_LOOKED_AT))

/** Opens what plugins bring. What imports the host's modules cannot be loaded in a worker. */
async function loadCode(code: TransformCode): Promise<ReadonlyMap<string, LoadedTransform>> {
  const loaded = Object.entries(code).map(async ([id, { title, url, options }]) => {
    const { default: apply } = (await import(/* @vite-ignore */ url)) as { default: LoadedTransform['apply'] }
    // The host checked the manifest: its options are a schema.
    return [id, { id, title, options: options as LoadedTransform['options'], apply }] as const
  })
  return new Map(await Promise.all(loaded))
}

/** Runs a chain over frames; throws the reason of the signal, and where the code of a plugin cannot be loaded. */
export async function runChain(
  frames: readonly Frame[],
  { steps, range, timeZone, scope, code, look }: ShapeChain,
  signal: AbortSignal,
): Promise<ShapeResult<readonly Frame[]>> {
  const own = await loadCode(code)
  const stages: TransformStage[] = []
  const made = await runTransforms({
    frames,
    steps,
    range,
    timeZone,
    signal,
    fill: (text) => fillOption(text, scope),
    find: async (id) => {
      await nextTask()
      signal.throwIfAborted()
      return (await findBuiltIn(id)) ?? own.get(id)
    },
    onStage: (stage) => stages.push(stage),
  })
  const looked = stages.find(({ index }) => index === look)
  return {
    frames: made,
    stages: stages.map(toSummary),
    names: namesAlong(frames, steps, stages),
    ...(looked && {
      looked: { index: looked.index, input: toLooked(looked.taken), output: toLooked(looked.made) },
    }),
  }
}

const toWire = ({ frames, looked, ...rest }: ShapeResult<readonly Frame[]>) => ({
  ...rest,
  frames: toBytes(frames),
  ...(looked && { looked: { ...looked, input: toBytes(looked.input), output: toBytes(looked.output) } }),
})

/** Takes what a page asks of its worker: it holds frames and runs chains over them, one at a time. */
export function createShapeRunner(answer: (told: ShapeAnswer) => void): (asked: ShapeAsked) => Promise<void> {
  let frames: readonly Frame[] = []
  let current: { readonly id: number; readonly abort: AbortController } | undefined

  async function run(id: number, chain: ShapeChain) {
    current?.abort.abort()
    const own = { id, abort: new AbortController() }
    current = own
    const { signal } = own.abort
    try {
      const shaped = await runChain(frames, chain, signal)
      answer({ type: 'shaped', id, ...toWire(shaped) })
    } catch (error) {
      if (signal.aborted) answer({ type: 'cancelled', id })
      else answer({ type: 'failed', id, reason: error instanceof Error ? error.message : String(error) })
    } finally {
      if (current === own) current = undefined
    }
  }
  return async (asked) => {
    if (asked.type === 'frames') frames = asked.frames.map((bytes) => decode(bytes))
    else if (asked.type === 'run') await run(asked.id, asked.chain)
    else if (current?.id === asked.id) current.abort.abort()
  }
}

/** What of an answer is handed over instead of copied. */
export function buffersOf(told: ShapeAnswer): readonly ArrayBuffer[] {
  if (told.type !== 'shaped') return []
  const { frames, looked } = told
  return [...frames, ...(looked?.input ?? []), ...(looked?.output ?? [])].map(({ buffer }) => buffer)
}
