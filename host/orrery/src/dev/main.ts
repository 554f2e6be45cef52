// The host from source, for working on it: `npm run dev` in the repository. Edits of the interface and of plugins are hot.
import { createServer } from 'node:net'
import { once } from 'node:events'
import { parseArgs } from 'node:util'
import { isCodedError } from '@orrery/sdk'
import { startServer } from '@orrery/server'
import { untilSignal } from '../until-signal.ts'
import { packageFolder } from '../package-folder.ts'
import { firstPartyPlugins } from '../plugin-folders.ts'
import { demoFolders } from '../demo-content.ts'
import { createDevServer } from './dev-server.ts'
import { createRestarts } from './restarts.ts'

const { values } = parseArgs({ options: { port: { type: 'string', default: '3000' } } })
// Chosen once, so that a restart stays where it was.
const port = Number(values.port) || (await freePort())
const say = (text: string) => process.stdout.write(`${text}\n`)

const webRoot = packageFolder('@orrery/web')
const dev = await createDevServer({
  webRoot,
  pluginRoots: await firstPartyPlugins(),
  socketPort: await freePort(),
  onHostChange: () => host.restart(),
})
const provisioning = await demoFolders()
const host = createRestarts(
  () =>
    startServer({
      host: '127.0.0.1',
      port,
      demo: true,
      log: { level: 'warn' },
      webRoot,
      plugins: dev.plugins,
      devMiddleware: dev.middleware,
      provisioning,
    }),
  (error) => say(isCodedError(error) ? `${error.code}: ${error.message}` : String((error as Error).stack)),
)
await host.restart()
say(`Orrery, from source, is at http://127.0.0.1:${port}`)
await untilSignal()
await host.stop()
await dev.close()

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return address.port
}
