// Preloaded into a process: kills it, as a crash would, before the step that ORRERY_TEST_DIE_AT counts to. Steps are
// what changes files: writes, syncs and renames, and the statements of SQLite.
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { DatabaseSync, StatementSync } from 'node:sqlite'

const dieAt = Number(process.env['ORRERY_TEST_DIE_AT'])
let step = 0

function counted(owner: object, name: string): void {
  const method = Reflect.get(owner, name) as (...args: unknown[]) => unknown
  const die = function (this: unknown, ...args: unknown[]) {
    if (++step === dieAt) process.kill(process.pid, 'SIGKILL')
    return method.apply(this, args)
  }
  Object.defineProperty(owner, name, { value: die, writable: true, configurable: true })
}

for (const name of ['writeFileSync', 'fsyncSync', 'renameSync']) counted(fs, name)
counted(StatementSync.prototype, 'run')
counted(DatabaseSync.prototype, 'exec')
syncBuiltinESMExports()
