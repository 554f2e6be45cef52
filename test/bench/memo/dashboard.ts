import { number, SeriesBuilder, type Frame } from '@orrery/frames'
import {
  createByteCache,
  createPipeline,
  createShapeMemo,
  findBuiltIn,
  runTransforms,
  type Transformation,
} from '@orrery/query'

const PANELS = 10
const SERIES = 50
const POINTS = 2000
const HOUR = 3_600_000

const steps: readonly Transformation[] = [
  { type: 'reduce', options: { reducers: ['max', 'mean'] } },
  { type: 'sortBy', options: { fields: [{ field: 'Max', descending: true }] } },
]

function answer(seed: number): Frame {
  const builder = new SeriesBuilder({ fields: { value: number() } })
  const times = Float64Array.from({ length: POINTS }, (_, k) => (k * HOUR) / POINTS)
  for (let i = 0; i < SERIES; i++)
    builder.add(
      { host: `web-${i}` },
      times,
      times.map((_, k) => Math.sin(k / 50 + seed + i)),
    )
  return builder.build()
}

/** A dashboard whose panels are shaped, over a cache of answers as the host has it. */
export function createDashboard() {
  const cache = createByteCache<readonly Frame[]>({ maxBytes: 256 * 1024 * 1024 })
  const pipeline = createPipeline({ cache })
  const uses: boolean[] = []
  const memo = createShapeMemo({ cache, onShape: (isKnown) => uses.push(isKnown) })
  const range = { from: 0, to: HOUR }
  const ask = async (panel: number) => {
    const { frames } = await pipeline.run({
      namespace: 'bench',
      datasource: { id: 'd', revision: '1', type: 'bench' },
      withClient: (task) => task({ query: async () => [answer(panel)] }),
      query: { panel },
      refId: 'A',
      range,
      intervalMs: 60_000,
      timeZone: 'UTC',
      variables: {},
      signal: new AbortController().signal,
    })
    return frames
  }
  const shape = async (frames: readonly Frame[]) =>
    runTransforms({ frames, steps, find: findBuiltIn, range, timeZone: 'UTC' })
  const each = async (refresh: (panel: number) => Promise<readonly Frame[]>) => {
    const found: (readonly Frame[])[] = []
    for (let panel = 0; panel < PANELS; panel++) found.push(await refresh(panel))
    return found
  }
  return {
    uses,
    /** Asks for all panels again, and shapes what is not known. */
    refresh: () =>
      each(async (panel) => {
        const frames = await ask(panel)
        const { frames: shaped } = await memo.shape({ frames, spec: steps, range }, async () => ({
          frames: await shape(frames),
        }))
        return shaped
      }),
    /** As {@link refresh}, and shapes all. */
    refreshAnew: () => each(async (panel) => shape(await ask(panel))),
  }
}
