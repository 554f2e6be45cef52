import { apply } from './apply.ts'
import { backup } from './backup.ts'
import type { AnyCommand } from './define-command.ts'
import { configCheck } from './config-check.ts'
import { deleteCommand } from './delete.ts'
import { diff } from './diff.ts'
import { exportCommand } from './export.ts'
import { get } from './get.ts'
import { restore } from './restore.ts'
import { rotateSecrets } from './secrets-rotate.ts'
import { serve } from './serve.ts'
import { validate } from './validate.ts'

/** Every command of `orrery`, in the order of the help. */
export const commands: readonly AnyCommand[] = [
  serve,
  configCheck,
  get,
  apply,
  diff,
  deleteCommand,
  exportCommand,
  validate,
  backup,
  restore,
  rotateSecrets,
]
