import { connectionOptions, readConnection } from './connection-options.ts'
import { defineCommand } from './define-command.ts'
import { FILE_WORDS, fileOptions, filesOf } from './file-options.ts'

export const diff = defineCommand({
  name: 'diff',
  words: FILE_WORDS,
  summary: 'show what apply would change, as a unified difference',
  notes: `What is compared is what the host has with what it would store.
The exit code is 0 without a difference, 1 with some, and 2 for a failure. NO_COLOR=1 leaves colours out.`,
  options: { ...fileOptions, ...connectionOptions },
  failureCode: 2,
  run: async ({ words, options: { file, ...connection } }, terminal) => {
    const { diffFiles } = await import('../remote/diff-files.ts')
    const { createRemote } = await import('../remote/remote.ts')
    const paths = filesOf('diff', { words, options: { file } })
    return diffFiles(createRemote(await readConnection(connection, terminal), terminal), paths, terminal)
  },
})
