import { dataFolder } from '../settings.ts'
import { defineCommand } from './define-command.ts'
import { readSettings, settingOptions } from './setting-options.ts'

const { config, data } = settingOptions

export const restore = defineCommand({
  name: 'restore',
  words: ['FILE'],
  summary: 'make such a copy the store of --data; what was there is kept beside it',
  options: { data, config },
  run: async ({ words: [file = ''], options }, terminal) => {
    const { restoreStore } = await import('@orrery/server')
    const replaced = restoreStore(dataFolder(await readSettings(options, terminal)), file)
    terminal.out(replaced === undefined ? 'Restored.\n' : `Restored. What was there before is kept in ${replaced}\n`)
    return 0
  },
})
