import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { removeFolder, temporaryFolder } from './host.ts'
import { root } from './packages.ts'
import { answers, freePort, start } from './process.ts'

export interface TestRegistry {
  readonly url: string
  /** Lines for a project's .npmrc: it publishes there, and has the packages of `@orrery` from there. */
  readonly settings: string
  readonly stop: () => Promise<void>
}

/** It knows the packages of `@orrery` only, and asks nobody. */
const config = (storage: string) => `
storage: ${JSON.stringify(storage)}
auth: {}
uplinks: {}
packages:
  '@orrery/*': { access: $all, publish: $all }
middlewares: {}
web: { enable: false }
max_body_size: 100mb
log: { type: stdout, format: pretty, level: warn }
`

/** A registry of npm packages, empty, on loopback. */
export async function startRegistry(): Promise<TestRegistry> {
  const folder = temporaryFolder('registry')
  const port = await freePort()
  const file = join(folder, 'config.yaml')
  writeFileSync(file, config(join(folder, 'storage')))
  const bin = join(root, 'node_modules/verdaccio/bin/verdaccio')
  const running = start(process.execPath, [bin, '--config', file, '--listen', `127.0.0.1:${port}`], { cwd: folder })
  const url = `http://127.0.0.1:${port}/`
  await Promise.race([
    answers(`${url}-/ping`),
    running.exited.then((code) => Promise.reject(new Error(`the registry ended with ${code}: ${running.output()}`))),
  ])
  return {
    url,
    // npm publishes with a token only; the registry takes any.
    settings: `@orrery:registry=${url}\n//127.0.0.1:${port}/:_authToken=rehearsal\n`,
    async stop() {
      await running.stop()
      removeFolder(folder)
    },
  }
}
