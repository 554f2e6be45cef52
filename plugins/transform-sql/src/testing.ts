import { defaultsOf, type Frame, type Notice } from '@orrery/sdk'
import { Options } from './options.ts'
import apply from './server/apply.ts'

/** Runs a statement over frames; gives the frames that it makes, and what it had to say. */
export async function runSql(
  sql: string,
  frames: readonly Frame[],
  more: { maxRows?: number; signal?: AbortSignal } = {},
) {
  const notices: Notice[] = []
  const { signal = new AbortController().signal, ...options } = more
  const made = await apply(
    frames,
    { ...(defaultsOf(Options) as Options), ...options, sql },
    {
      range: { from: 0, to: 3_600_000 },
      timeZone: 'UTC',
      note: (text, severity = 'warning') => notices.push({ severity, text }),
      signal,
    },
  )
  return { frames: made, notices, rows: made.length === 1 ? rowsOf(made[0]!) : [] }
}

const rowsOf = (frame: Frame) =>
  frame.kind === 'series' ? [] : Array.from({ length: frame.length }, (_, i) => frame.rowAt(i))
