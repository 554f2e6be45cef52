import { HostError } from '../errors.ts'
import type { Line, OptionSpec } from './define-command.ts'

/** The files of a command. */
export const fileOptions = {
  file: {
    type: 'string',
    multiple: true,
    short: 'f',
    value: 'FILE',
    about: 'YAML or JSON file, folder of such files, or - for standard input; may be repeated',
  },
} as const satisfies Readonly<Record<string, OptionSpec>>

/** More files after the first, as a shell writes them for -f *.yaml. */
export const FILE_WORDS = ['[FILE...]']

/** The files that a line names; CONFIG_ARGUMENTS when there are none. */
export function filesOf(command: string, { words, options: { file } }: Line<typeof fileOptions>): readonly string[] {
  const files = [...file, ...words]
  if (!files.length)
    throw new HostError('CONFIG_ARGUMENTS', { reason: 'No file was given', help: `orrery help ${command}` })
  return files
}
