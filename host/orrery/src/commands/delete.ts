import { HostError } from '../errors.ts'
import { connectionOptions, readConnection } from './connection-options.ts'
import { defineCommand } from './define-command.ts'
import { fileOptions } from './file-options.ts'

export const deleteCommand = defineCommand({
  name: 'delete',
  words: ['[KIND/ID...]'],
  summary: 'delete resources, by their names or those of files',
  notes: `One that others refer to is refused, with their names. The history keeps what is deleted.`,
  options: {
    ...fileOptions,
    force: { type: 'boolean', about: 'also when others refer to it' },
    ...connectionOptions,
  },
  run: async ({ words, options: { file, force, ...connection } }, terminal) => {
    const { deleteResources } = await import('../remote/delete-resources.ts')
    const { readNames } = await import('../remote/kind-words.ts')
    const { createRemote } = await import('../remote/remote.ts')
    if (!words.length && !file.length)
      throw new HostError('CONFIG_ARGUMENTS', { reason: 'KIND/ID or a file is missing', help: 'orrery help delete' })
    const named = await readNames(words, file, terminal)
    if (!named) return 1
    return deleteResources(createRemote(await readConnection(connection, terminal), terminal), named, force, terminal)
  },
})
