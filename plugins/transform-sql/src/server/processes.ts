import { spawn, type ChildProcess } from 'node:child_process'
import type { Job, Outcome, Said } from './job.ts'
import { MILLISECONDS, PROCESSES, PROCESS_MEGABYTES } from './limits.ts'

/** How long a process waits for its next job, in milliseconds. */
const IDLE = 60_000

/** Processes that wait for a job, with what ends them. */
const idle = new Map<ChildProcess, NodeJS.Timeout>()
const waiting: (() => void)[] = []
let running = 0

/**
 * Runs a job in a process of its own: a statement may keep DuckDB busy past every interruption, take memory that it does
 * not count, or crash it. A process that is too slow or too large is ended; one that is done waits for the next job.
 * Rejects only when the signal is aborted.
 */
export async function runJob(job: Job, signal: AbortSignal): Promise<Outcome> {
  await turn(signal)
  try {
    return await ask(await processOf(), job, signal)
  } finally {
    running--
    waiting.shift()?.()
  }
}

async function turn(signal: AbortSignal): Promise<void> {
  signal.throwIfAborted()
  if (running < PROCESSES) return void running++
  await new Promise<void>((resolve, reject) => {
    const go = () => {
      signal.removeEventListener('abort', leave)
      running++
      resolve()
    }
    const leave = () => {
      waiting.splice(waiting.indexOf(go), 1)
      reject(signal.reason as Error)
    }
    signal.addEventListener('abort', leave, { once: true })
    waiting.push(go)
  })
}

async function processOf(): Promise<ChildProcess> {
  const [ready] = idle
  if (!ready) return start()
  forget(ready[0])
  return ready[0]
}

function forget(child: ChildProcess): void {
  clearTimeout(idle.get(child))
  idle.delete(child)
}

async function start(): Promise<ChildProcess> {
  const { worker } = await import('./duck/serve.ts')
  const script = `import { worker } from ${JSON.stringify(worker.url)}; worker.serve()`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    // It gets nothing of the host: no environment, no output.
    env: { TZ: 'UTC' },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    serialization: 'advanced',
  })
  child.once('exit', () => forget(child))
  // One that cannot be started ends its job by what it cannot be sent.
  child.on('error', () => forget(child))
  // It never keeps the host from ending.
  child.unref()
  child.channel?.unref()
  return child
}

function ask(child: ChildProcess, job: Job, signal: AbortSignal): Promise<Outcome> {
  const ended = new AbortController()
  const { signal: over } = ended
  return new Promise<Outcome>((resolve, reject) => {
    const end = (problem: string) => {
      child.kill('SIGKILL')
      resolve({ problem })
    }
    const timer = setTimeout(() => end(`It was ended after ${MILLISECONDS / 1000} seconds.`), MILLISECONDS)
    over.addEventListener('abort', () => clearTimeout(timer))
    const onMessage = (said: Said) => {
      if (said === 'memory') return end(`It was ended, as it took more than ${PROCESS_MEGABYTES} MB of memory.`)
      rest(child)
      resolve(said)
    }
    const onExit = () => resolve({ problem: 'Its process ended before it had an answer.' })
    child.on('message', onMessage).once('exit', onExit)
    over.addEventListener('abort', () => child.off('message', onMessage).off('exit', onExit))
    const onAbort = () => {
      child.kill('SIGKILL')
      reject(signal.reason as Error)
    }
    if (signal.aborted) return onAbort()
    signal.addEventListener('abort', onAbort, { signal: over })
    child.send(job, (error) => {
      if (error) end('Its process could not be reached.')
    })
  }).finally(() => ended.abort())
}

/** Keeps a process for the next job. */
function rest(child: ChildProcess): void {
  idle.set(child, setTimeout(() => child.kill('SIGKILL'), IDLE).unref())
}
