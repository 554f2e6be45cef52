import { defineCommand } from './define-command.ts'
import { FILE_WORDS, fileOptions, filesOf } from './file-options.ts'

export const validate = defineCommand({
  name: 'validate',
  words: FILE_WORDS,
  summary: 'check files of resources without a host',
  notes: `Each problem is one line, file:line: code: reason. The exit code is 1 when there are any.
Options of plugins are checked by apply --dry-run, because a host has to have the plugins.`,
  options: fileOptions,
  run: async (line, terminal) => {
    const { validateFiles } = await import('../files/validate-files.ts')
    return validateFiles(filesOf('validate', line), terminal)
  },
})
