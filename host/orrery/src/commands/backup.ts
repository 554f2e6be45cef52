import { dataFolder } from '../settings.ts'
import { defineCommand } from './define-command.ts'
import { readSettings, settingOptions } from './setting-options.ts'

const { config, data } = settingOptions

export const backup = defineCommand({
  name: 'backup',
  words: ['FILE'],
  summary: 'copy the SQLite store of --data into a file, also while a host runs',
  options: { data, config },
  run: async ({ words: [file = ''], options }, terminal) => {
    const { backupStore } = await import('@orrery/server')
    await backupStore(dataFolder(await readSettings(options, terminal)), file)
    terminal.out(`${file}\nThe key of the secrets is not in it: keep secret.key, or ORRERY_SECRET_KEY, elsewhere.\n`)
    return 0
  },
})
