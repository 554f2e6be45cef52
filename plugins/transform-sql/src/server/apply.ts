import type { ApplyOnServer } from '@orrery/sdk'
import type { Options } from '../options.ts'
import { INPUT_ROWS } from './limits.ts'
import { runJob } from './processes.ts'
import { toFrame } from './result.ts'
import { toTables } from './tables.ts'

const apply: ApplyOnServer<Options> = async (frames, { sql, maxRows }, { note, signal }) => {
  const { tables, isCut } = toTables(frames)
  if (isCut) note(`SQL sees the first ${say(INPUT_ROWS)} rows of all frames together: the rest is left away.`)
  const outcome = await runJob({ sql, maxRows, tables }, signal)
  if ('problem' in outcome) {
    note(`SQL: ${outcome.problem} The frames stay as they are.`, 'error')
    return frames
  }
  if (outcome.cut) note(`The result has more than ${say(maxRows)} rows: the rest is left away.`)
  return [toFrame(outcome.columns, frames)]
}
export default apply

const say = (rows: number): string => rows.toLocaleString('en-US')
