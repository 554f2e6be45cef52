import { readFileSync } from 'node:fs'
import { HostError } from './errors.ts'

type Environment = Record<string, string | undefined>

/**
 * Sets ORRERY_X to what stands in the file that ORRERY_X_FILE names, as containers and systemd hand secrets over, without
 * the end of its line. CONFIG_UNREADABLE, and CONFIG_INVALID when both are set.
 */
export function readFileVariables(environment: Environment): void {
  for (const [variable, file] of Object.entries(environment)) {
    const name = /^(ORRERY_\w+)_FILE$/.exec(variable)?.[1]
    if (name === undefined || !file) continue
    if (environment[name])
      throw new HostError('CONFIG_INVALID', {
        source: 'The environment',
        problems: [`${name} and ${variable} say the same thing twice`],
      })
    environment[name] = textOf(file)
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8').replace(/\r?\n$/, '')
  } catch (cause) {
    throw new HostError('CONFIG_UNREADABLE', { file, reason: (cause as Error).message }, { cause })
  }
}
