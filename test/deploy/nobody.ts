import { dirname, delimiter } from 'node:path'

/** The user that owns nothing. */
export const NOBODY = 65_534

/** The command as that user without any right, where we may do so; else as who we are. */
export const asNobody = (command: readonly string[]): readonly [string, readonly string[]] => {
  const [program = '', ...args] = command
  if (process.getuid?.() !== 0) return [program, args]
  const less = [`--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups', '--no-new-privs', '--bounding-set=-all']
  return ['setpriv', [...less, ...command]]
}

/** An environment that has nothing of ours but where Node is. */
export const bareEnvironment = (variables: Readonly<Record<string, string>>): NodeJS.ProcessEnv => ({
  PATH: [dirname(process.execPath), '/usr/bin', '/bin'].join(delimiter),
  ...variables,
})
