import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { requireGrafana, withBundle } from './format/grafana.ts'
import { cpuMs, interleave, type Figures } from './measure.ts'
import { cases, type TransformCase } from './transforms/cases.ts'
import { assertSameCells } from './transforms/check.ts'
import { createData, type Times } from './transforms/data.ts'
import { ENTRY, fresh, toPeerRows, toPeerSeries, type GrafanaTransforms } from './transforms/grafana.ts'
import { measureLabels } from './transforms/labels.ts'
import { measureMemory } from './transforms/memory.ts'
import { prepare, toFrame } from './transforms/ours.ts'
import { measureWorker } from './transforms/worker.ts'

/** Theirs take seconds each. */
const PAIRS = 5

type Sets = Readonly<Record<Times, ReturnType<typeof createSet>>>

function createSet(times: Times) {
  return {
    frame: toFrame(createData(times)),
    series: toPeerSeries(createData(times)),
    rows: toPeerRows(createData(times)),
  }
}

/** From our series to the result, conversions included; theirs have what they are given ready, rows where they need rows. */
async function measureCase(one: TransformCase, sets: Sets, grafana: GrafanaTransforms): Promise<Figures> {
  const { frame, [one.given]: given } = sets[one.times]
  const ours = prepare(one.id, one.ours, frame)
  const theirs = () => grafana.transform(one.id, one.theirs, fresh(given))
  assertSameCells(one.name, ours(), theirs())
  const worker = new Worker(new URL('./transforms/time-ours.ts', import.meta.url), { workerData: one.name })
  const timeOurs = async () => {
    // A thread has no origin.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    worker.postMessage('run')
    const [ms] = (await once(worker, 'message')) as [number]
    return ms
  }
  const taken = await interleave(PAIRS, timeOurs, () => cpuMs(theirs))
  await worker.terminate()
  return {
    name: one.name,
    unit: 'ms CPU',
    ours: taken.ours,
    other: { name: '@grafana/data', values: taken.other },
    goal: { type: 'times', atLeast: one.atLeast },
  }
}

export default (): Promise<Figures[]> =>
  withBundle(ENTRY, async (bundle) => {
    const memory = await measureMemory(bundle)
    const grafana = requireGrafana<GrafanaTransforms>(bundle)
    const sets = { same: createSet('same'), ragged: createSet('ragged') }
    const figures: Figures[] = []
    for (const one of cases) figures.push(await measureCase(one, sets, grafana))
    return [...figures, ...memory, ...(await measureLabels()), ...(await measureWorker())]
  })
