import { PROCESS_MEGABYTES } from '../limits.ts'
import type { Job, Said } from '../job.ts'

/** Runs the jobs that come in, in a process of its own. */
function serve(): void {
  const say = (said: Said) => process.send?.(said)
  process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'))
  process.on('message', (job: Job) => {
    const guard = setInterval(() => {
      if (process.memoryUsage.rss() > PROCESS_MEGABYTES * 2 ** 20) say('memory')
    }, 20)
    void outcomeOf(job)
      .then(say)
      .finally(() => clearInterval(guard))
  })
}

async function outcomeOf(job: Job) {
  const duck = await import('./run.ts').catch((error: unknown) => String(error).replaceAll(/\s+/g, ' '))
  if (typeof duck === 'string')
    return { problem: `DuckDB cannot be loaded on ${process.platform}-${process.arch}: ${duck}` }
  return duck.run(job)
}

/** What a process runs, and where it is, from source as when built. One value: a bundler keeps it whole. */
export const worker = { url: import.meta.url, serve }
