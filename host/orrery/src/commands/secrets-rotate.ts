import { dataFolder } from '../settings.ts'
import { defineCommand } from './define-command.ts'
import { readSettings, settingOptions } from './setting-options.ts'

const { config, data, database } = settingOptions

export const rotateSecrets = defineCommand({
  name: 'secrets rotate',
  summary: 'encrypt all stored secrets with another key',
  notes: `Without ORRERY_SECRET_KEY, the key in the data folder is replaced by a new one; stop the host before.
With it, give the new key in ORRERY_SECRET_KEY and the old one in ORRERY_SECRET_KEY_PREVIOUS. Hosts that
share a PostgreSQL database may go on meanwhile, when all of them were started with both keys.
A backup from before opens with the key from before only.`,
  options: { data, database, config },
  run: async ({ options }, terminal) => {
    const settings = await readSettings(options, terminal)
    const { rotateSecretKey } = await import('@orrery/server')
    const count = await rotateSecretKey({
      ...(settings.database === undefined ? { folder: dataFolder(settings) } : { databaseUrl: settings.database }),
      given: terminal.environment['ORRERY_SECRET_KEY'],
      previous: terminal.environment['ORRERY_SECRET_KEY_PREVIOUS'],
    })
    terminal.out(`${count} ${count === 1 ? 'secret is' : 'secrets are'} encrypted with the new key.\n`)
    return 0
  },
})
