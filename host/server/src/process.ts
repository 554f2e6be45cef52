import { setFlagsFromString } from 'node:v8'
import type { HostLog } from './log/log.ts'

/**
 * Ends the backtracking of a regular expression early and matches it in linear time from there. Variables of a dashboard
 * bring patterns of their editors, and a slow one would hold up everybody. For the whole process, and only for expressions
 * without look-around, back-references and large counts.
 */
export const boundBacktracking = (): void =>
  setFlagsFromString('--enable-experimental-regexp-engine-on-excessive-backtracks')

/** Logs rejections that nobody handles, which would end the process: one may be of any plugin. Call the answer to stop. */
export function logRejections(log: HostLog): () => void {
  const onRejection = (error: unknown) => log.error('A promise was rejected, and nobody handled it.', { error })
  process.on('unhandledRejection', onRejection)
  return () => void process.off('unhandledRejection', onRejection)
}
