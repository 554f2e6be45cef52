import { backup } from './backup.ts'
import type { AnyCommand } from './define-command.ts'
import { restore } from './restore.ts'
import { rotateSecrets } from './secrets-rotate.ts'
import { serve } from './serve.ts'
import { validate } from './validate.ts'

/** Every command of `orrery`, in the order of the help. */
export const commands: readonly AnyCommand[] = [serve, validate, backup, restore, rotateSecrets]
