import { join } from 'node:path'
import { dataFolder, type Settings } from '../settings.ts'
import { defineCommand } from './define-command.ts'
import { readSettings, SETTINGS_NOTE, settingOptions } from './setting-options.ts'

/** Whether the host has a data folder: with PostgreSQL only when it was given one. */
const keepsData = ({ data, database }: Settings) => data !== undefined || database === undefined

export const serve = defineCommand({
  name: 'serve',
  summary: 'start the host',
  notes: SETTINGS_NOTE,
  options: {
    ...settingOptions,
    demo: { type: 'boolean', about: 'show this machine: temporary data, no sign-in, this machine only' },
  },
  run: async ({ options: { demo, ...options } }, terminal) => {
    const settings = await readSettings(options, terminal)
    if (!demo && keepsData(settings)) terminal.cacheCode(join(dataFolder(settings), 'compiled'))
    // The host is most of the code, which is compiled only once its cache is known.
    const { createHost } = await import('../create-host.ts')
    const host = await createHost({ ...settings, demo })
    // Not to standard output, where the log goes.
    const setup = host.setupUrl === undefined ? '' : `Create the first user, once, at ${host.setupUrl}\n`
    terminal.err(`Orrery is at ${host.url}\n${setup}`)
    await terminal.untilStopped()
    await host.close()
    return 0
  },
})
