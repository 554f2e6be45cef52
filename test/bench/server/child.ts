import { fork } from 'node:child_process'
import { once } from 'node:events'

/** What a process took up so far. */
export interface Usage {
  /** Of all its threads, in milliseconds. */
  readonly cpuMs: number
  /** Bytes on the heap and beside it, without garbage where it was asked for. */
  readonly bytes: number
  /** Queries that its datasource was asked; 0 where there is none. */
  readonly asked: number
}

/** What a server in a process of its own says when it listens. */
export interface Listening {
  readonly url: string
  readonly cookie: string
}

export interface ServerProcess extends Listening {
  readonly usage: (collectGarbage?: boolean) => Promise<Usage>
  readonly stop: () => Promise<void>
}

/** Starts a server module, which calls {@link serveParent}. */
export async function startProcess(file: string, args: readonly string[] = []): Promise<ServerProcess> {
  const child = fork(file, args, { execArgv: ['--conditions=orrery-source', '--expose-gc'] })
  const exited = once(child, 'exit')
  const next = async <T>(): Promise<T> => {
    const failed = exited.then(([code]) => Promise.reject(new Error(`${file} ended with ${String(code)}.`)))
    // A child sends what is asked of it, one answer for each question.
    const [message] = (await Promise.race([once(child, 'message'), failed])) as [T]
    return message
  }
  const listening = await next<Listening>()
  return {
    ...listening,
    usage: (collectGarbage = false) => {
      child.send({ collectGarbage })
      return next<Usage>()
    },
    stop: async () => {
      child.disconnect()
      await exited
    },
  }
}

/** In the process of the server: says where it listens, answers questions, and ends with the parent. */
export function serveParent(listening: Listening, close: () => Promise<unknown>, asked: () => number = () => 0): void {
  process.on('message', ({ collectGarbage }: { collectGarbage: boolean }) => {
    // What hangs on a buffer is let go a collection after the buffer.
    if (collectGarbage) for (let i = 0; i < 3; i++) (globalThis as { gc?: () => void }).gc?.()
    const { user, system } = process.cpuUsage()
    const { heapUsed, external } = process.memoryUsage()
    const usage: Usage = { cpuMs: (user + system) / 1000, bytes: heapUsed + external, asked: asked() }
    process.send?.(usage)
  })
  process.once('disconnect', () => void close().finally(() => process.exit()))
  process.send?.(listening)
}
