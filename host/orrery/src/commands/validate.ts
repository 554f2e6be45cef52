import { connectionOptions, readConnection } from './connection-options.ts'
import { defineCommand } from './define-command.ts'
import { FILE_WORDS, fileOptions, filesOf } from './file-options.ts'

export const validate = defineCommand({
  name: 'validate',
  words: FILE_WORDS,
  summary: 'check files of resources, without a host unless --server is given',
  notes: `Each problem is one line, file:line: code: reason. The exit code is 1 when there are any.
Without a host, options and queries of plugins are not looked at, and what is named but is in no file is only noted.`,
  options: {
    ...fileOptions,
    server: { type: 'boolean', about: 'ask a host too: whether it would take them, and has what they refer to' },
    ...connectionOptions,
  },
  run: async ({ words, options: { file, server, ...connection } }, terminal) => {
    const { validateFiles } = await import('../files/validate-files.ts')
    const { createRemote } = await import('../remote/remote.ts')
    const paths = filesOf('validate', { words, options: { file } })
    const remote = server ? createRemote(await readConnection(connection, terminal), terminal) : undefined
    return validateFiles(paths, remote, terminal)
  },
})
