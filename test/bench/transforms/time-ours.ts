// One case in a heap of its own: collecting garbage then does not walk through what the other side holds.
import { parentPort, workerData } from 'node:worker_threads'
import { cpuMs } from '../measure.ts'
import { cases } from './cases.ts'
import { createData } from './data.ts'
import { prepare, toFrame } from './ours.ts'

/** One run of theirs takes so long that it is optimized within it; of ours it takes some. */
const WARM_UPS = 8

const { id, times, ours } = cases.find(({ name }) => name === workerData)!
const run = prepare(id, ours, toFrame(createData(times)))
for (let k = 0; k < WARM_UPS; k++) run()
// A thread has no origin.
// oxlint-disable-next-line unicorn/require-post-message-target-origin
parentPort!.on('message', () => parentPort!.postMessage(cpuMs(run)))
