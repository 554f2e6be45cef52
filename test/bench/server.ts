import { join } from 'node:path'
import { decodeMessages } from '@orrery/query'
import { createSeries, type PlainSeries } from './frames/data.ts'
import { assertSame, sumFrame, sumPlain } from './frames/sum.ts'
import { interleave, PAIRS, type Figures } from './measure.ts'
import { startProcess, type ServerProcess } from './server/child.ts'
import { toRequest } from './server/client.ts'
import type { Query } from './server/host.ts'
import { answersASecond, cpuOfAnswer, sendBatch, toBatchRequest, warmUp } from './server/load.ts'
import { measureMemory, measureSlowReader } from './server/memory.ts'

const ANSWER: Query = { series: 125, points: 1000, number: 0, isFresh: false }
const CONNECTIONS = 16
const WARM_UP_MS = 8000

/** Both servers answer with the same series. */
async function assertSameAnswers(host: ServerProcess, json: ServerProcess): Promise<void> {
  const expected = sumFrame(createSeries(ANSWER))
  const plain = await fetch(`${json.url}/query`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(ANSWER),
  })
  assertSame(sumPlain((await plain.json()) as PlainSeries[]), expected)
  let count = 0
  for await (const { frame } of decodeMessages(await sendBatch(host, [ANSWER]))) {
    if (!frame) continue
    assertSame(sumFrame(frame), expected)
    count++
  }
  assertSame(count, 1)
}

async function measureAnswers(host: ServerProcess, json: ServerProcess): Promise<Figures[]> {
  await assertSameAnswers(host, json)
  const ask = toBatchRequest(host, [ANSWER])
  const askJson = toRequest(json.url, '/query', ANSWER, {})
  const compressed = toBatchRequest(host, [ANSWER], 'zstd')
  await warmUp(host, ask, WARM_UP_MS)
  await warmUp(json, askJson, WARM_UP_MS)
  const cpu = await interleave(
    PAIRS,
    () => cpuOfAnswer(host, ask, 100),
    () => cpuOfAnswer(json, askJson, 10),
  )
  const compressedCpu: number[] = []
  for (let i = 0; i < PAIRS; i++) compressedCpu.push(await cpuOfAnswer(host, compressed, 10))
  const rate = await interleave(
    PAIRS,
    () => answersASecond(host, ask, CONNECTIONS, 1000),
    () => answersASecond(json, askJson, CONNECTIONS, 1000),
  )
  return [
    {
      name: 'server CPU for a 1 MB answer, 125 series x 1,000, the whole route of the host',
      unit: 'ms',
      ours: cpu.ours,
      other: { name: 'bare Fastify, JSON.stringify of the same series', values: cpu.other },
      goal: { type: 'times', atLeast: 12 },
    },
    { name: 'the same, compressed with zstd', unit: 'ms', ours: compressedCpu },
    {
      name: `time for an answer at concurrency ${CONNECTIONS}`,
      unit: 'ms',
      ours: rate.ours.map((answers) => 1000 / answers),
      other: { name: 'bare Fastify, JSON.stringify', values: rate.other.map((answers) => 1000 / answers) },
      goal: { type: 'times', atLeast: 8 },
    },
  ]
}

export default async (): Promise<Figures[]> => {
  const folder = join(import.meta.dirname, 'server')
  const host = await startProcess(join(folder, 'host.ts'))
  const json = await startProcess(join(folder, 'json-server.ts'))
  try {
    const answers = await measureAnswers(host, json)
    return [...answers, await measureMemory(host), ...(await measureSlowReader(host))]
  } finally {
    await Promise.all([host.stop(), json.stop()])
  }
}
