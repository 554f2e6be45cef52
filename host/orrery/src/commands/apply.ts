import { connectionOptions, readConnection } from './connection-options.ts'
import { defineCommand } from './define-command.ts'
import { FILE_WORDS, fileOptions, filesOf } from './file-options.ts'

export const apply = defineCommand({
  name: 'apply',
  words: FILE_WORDS,
  summary: 'make the resources of a host what files say, all or none',
  notes: `Writes one line for each resource: created, updated or unchanged. A resource that no file has stays as it is.
At most 10,000 at once, because all are written in one transaction.`,
  options: {
    ...fileOptions,
    dryRun: { type: 'boolean', about: 'only say what would be done' },
    ...connectionOptions,
  },
  run: async ({ words, options: { file, dryRun, ...connection } }, terminal) => {
    const { applyFiles } = await import('../remote/apply-files.ts')
    const { createRemote } = await import('../remote/remote.ts')
    const paths = filesOf('apply', { words, options: { file } })
    return applyFiles(createRemote(await readConnection(connection, terminal), terminal), paths, dryRun, terminal)
  },
})
