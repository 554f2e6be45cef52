import { cpuMs, interleave, PAIRS, type Figures, type Goal } from './measure.ts'
import { createBody, toChunks, type BodyShape } from './prometheus/body.ts'
import { checkEqual, readFrame, readTop, toObjects, toWire } from './prometheus/read.ts'
import { measurePaint } from './prometheus/paint.ts'
import { measureRefresh } from './prometheus/refresh.ts'

/**
 * Several runs are measured at once: both sides pay for their garbage, and neither for code that was thrown away because
 * all garbage was collected just before, as no host does it.
 */
const RUN_MS = 1000

async function compareWithJson(name: string, shape: BodyShape, goal?: Goal): Promise<Figures> {
  const chunks = toChunks(createBody(shape))
  checkEqual(chunks)
  const measure = (task: () => unknown) => () => cpuMs(task, RUN_MS)
  const ours = measure(() => toWire(chunks))
  const json = measure(() => toObjects(chunks))
  ours()
  json()
  const taken = await interleave(PAIRS, ours, json)
  return {
    name: `body to wire, ${name}`,
    unit: 'ms CPU',
    ours: taken.ours,
    other: { name: 'toString and JSON.parse alone', values: taken.other },
    ...(goal && { goal }),
  }
}

/** To choose the highest of many series costs no more than to keep them all. */
async function compareTop(name: string, shape: BodyShape): Promise<Figures> {
  const chunks = toChunks(createBody(shape))
  const ours = () => cpuMs(() => readTop(chunks, 20), RUN_MS)
  const all = () => cpuMs(() => readFrame(chunks), RUN_MS)
  if (readTop(chunks, 20).length !== 20) throw new Error('there are not the 20 highest')
  ours()
  all()
  const taken = await interleave(PAIRS, ours, all)
  return {
    name: `the 20 highest of ${name}`,
    unit: 'ms CPU',
    ours: taken.ours,
    other: { name: 'all as a frame', values: taken.other },
    goal: { type: 'share', atMost: 1.25 },
  }
}

/** Heap and array buffers that a frame keeps alive, for each sample of the answer. */
function measureRetained(name: string, shape: BodyShape, atMost: number): Figures {
  const chunks = toChunks(createBody(shape))
  const samples = shape.series * shape.points
  const ours = Array.from({ length: PAIRS }, () => {
    const before = usedBytes()
    const frame = readFrame(chunks)
    const bytes = usedBytes() - before
    if (frame.length !== shape.series) throw new Error('the frame lacks series')
    return bytes / samples
  })
  return { name: `retained by a frame, ${name}`, unit: 'bytes/sample', ours, goal: { type: 'limit', atMost } }
}

function usedBytes(): number {
  // The bench runs with --expose-gc.
  const { gc } = globalThis as { gc?: () => void }
  gc?.()
  gc?.()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

export default async (): Promise<Figures[]> => [
  await compareWithJson(
    '1,000 x 1,000, 0.5 % missing',
    { series: 1000, points: 1000, missing: 0.005 },
    { type: 'share', atMost: 0.5 },
  ),
  await compareWithJson('1,000 x 1,000, ragged', { series: 1000, points: 1000, isRagged: true }),
  await compareWithJson('30,000 x 20', { series: 30_000, points: 20 }, { type: 'share', atMost: 0.5 }),
  await compareWithJson('100,000 x 2', { series: 100_000, points: 2 }),
  await compareTop('30,000 x 20', { series: 30_000, points: 20 }),
  ...(await measureRefresh()),
  ...(await measurePaint()),
  measureRetained('1,000 x 1,000 on a grid', { series: 1000, points: 1000, missing: 0.005 }, 9),
  measureRetained('1,000 x 1,000 ragged', { series: 1000, points: 1000, isRagged: true }, 17),
]
