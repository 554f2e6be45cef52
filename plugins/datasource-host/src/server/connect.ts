import { defineTable, integer, number, text, type Connect, type Frame, type QueryRequest } from '@orrery/sdk'
import type { Options, Query } from '../options.ts'
import { readFileSystems } from './filesystems.ts'
import { follow } from './follow.ts'
import { now, overTime, stepOf } from './frames.ts'
import { readProcesses } from './processes.ts'
import { Samples } from './samples.ts'

const connect: Connect<Options, Query> = (_, { get }) => {
  const samples = get(Samples)
  return {
    query: async (request) => {
      request.signal.throwIfAborted()
      return [await answer(samples, request)]
    },
    stream: (request) => follow(samples, request),
    check: async () =>
      `Sampled every second; ${samples.latest('cpu').readings.length ? 'readings are there' : 'the first reading is on its way'}.`,
  }
}
export default connect

async function answer(samples: Samples, { query, refId, range, intervalMs }: QueryRequest<Query>): Promise<Frame> {
  switch (query.type) {
    case 'range':
      return overTime(samples, query, refId, range, stepOf(intervalMs))
    case 'latest':
      return now(samples, query, refId)
    case 'filesystems':
      return FileSystems.fromRows(
        (await readFileSystems()).map((one) => ({ ...one, used: one.usedBytes / one.sizeBytes })),
        { refId },
      )
    case 'processes':
      return Processes.fromRows(await readProcesses(query.limit ?? 50), { refId })
  }
}

const FileSystems = defineTable({
  mount: text({ displayName: 'Mount' }),
  device: text({ displayName: 'Device' }),
  type: text({ displayName: 'Type' }),
  sizeBytes: number({ displayName: 'Size', unit: 'bytes' }),
  usedBytes: number({ displayName: 'Used', unit: 'bytes' }),
  used: number({ displayName: 'Used share', unit: 'percentunit' }),
})

const Processes = defineTable({
  // A name, not an amount.
  pid: text({ displayName: 'PID' }),
  name: text({ displayName: 'Process' }),
  state: text({ displayName: 'State' }),
  residentBytes: number({ displayName: 'Memory', unit: 'bytes' }),
  cpuSeconds: number({ displayName: 'CPU time', unit: 's' }),
  threads: integer({ displayName: 'Threads' }),
})
