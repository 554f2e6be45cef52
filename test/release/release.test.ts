import { execFile } from 'node:child_process'
import { appendFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { removeFolder, startHost, temporaryFolder } from '../support/host.ts'
import { packages, root, type Package } from '../support/packages.ts'
import { startRegistry, type TestRegistry } from '../support/registry.ts'
import { copyRepository } from '../support/repository-copy.ts'

const run = promisify(execFile)
const published = packages.filter(({ json }) => !json.private)

interface Linked {
  readonly linked: readonly (readonly string[])[]
}
type Json = Package['json'] & { readonly version: string }

/** What would be published of one package, as npm tells. */
interface Publication {
  readonly name: string
  readonly version: string
  readonly files: readonly { readonly path: string }[]
}

const readJson = <T>(...parts: string[]) => JSON.parse(readFileSync(join(...parts), 'utf8')) as T

/** The way of a release, from changesets to a host that somebody installs: once through, in a copy, on loopback. */
describe('a release', () => {
  let copy: string
  let registry: TestRegistry
  let outside: string
  /** Where this machine has its packages from. */
  let mirror: string
  let rehearsed: ReadonlyMap<string, Publication>

  const node = (args: readonly string[], cwd = copy) => run(process.execPath, [...args], { cwd, maxBuffer: 64 << 20 })
  const publish = (...args: string[]) =>
    // Provenance needs a builder that vouches for it.
    node(['.ci/publish.mjs', `--registry=${registry.url}`, '--provenance=false', ...args])
  const jsonOf = ({ folder }: Package) => readJson<Json>(copy, folder, 'package.json')

  beforeAll(async () => {
    ;[copy, registry] = await Promise.all([copyRepository(), startRegistry()])
    outside = temporaryFolder('installed')
    appendFileSync(join(copy, '.npmrc'), registry.settings)
    writeFileSync(join(outside, '.npmrc'), registry.settings)
    const { stdout: address } = await run('npm', ['config', 'get', 'registry'], { cwd: outside })
    mirror = new URL(address.trim()).host
    await node(['.ci/version.mjs'])
    // What is built of a plugin says its version and that of the SDK.
    for (const { folder, layer } of published)
      if (layer === 'plugins') await node([join(copy, 'sdk/cli/bin/orrery-plugin.js'), 'build'], join(copy, folder))
    const { stdout } = await publish('--dry-run', '--json')
    rehearsed = new Map(Object.entries(JSON.parse(stdout) as Record<string, Publication>))
  }, 180_000)
  afterAll(async () => {
    await registry.stop()
    removeFolder(copy)
    removeFolder(outside)
  })

  it('turns every changeset into versions and changelogs', () => {
    const before = readdirSync(join(root, '.changeset')).filter((name) => name.endsWith('.md') && name !== 'README.md')
    expect(readdirSync(join(copy, '.changeset')).filter((name) => before.includes(name))).toEqual([])
    const named = new Set(
      before.flatMap((name) =>
        [...readFileSync(join(root, '.changeset', name), 'utf8').matchAll(/^['"](@orrery\/[^'"]+)['"]:/gm)].map(
          ([, found]) => found!,
        ),
      ),
    )
    for (const one of published.filter(({ name }) => named.has(name))) {
      const { version } = jsonOf(one)
      expect(version, one.name).not.toBe((one.json as Json).version)
      expect(readFileSync(join(copy, one.folder, 'CHANGELOG.md'), 'utf8')).toContain(`## ${version}\n`)
    }
  })

  it('gives what plugins are compiled against one version', () => {
    const { linked } = readJson<Linked>(root, '.changeset/config.json')
    const versions = linked[0]!.map((name) => jsonOf(published.find((one) => one.name === name)!).version)
    const raised = versions.filter(
      (version, i) => version !== (published.find(({ name }) => name === linked[0]![i])!.json as Json).version,
    )
    expect(new Set(raised).size).toBeLessThanOrEqual(1)
    expect(linked[0]).toContain('@orrery/sdk')
  })

  it('leaves no range that misses the version it is of', () => {
    const versionOf = new Map(published.map((one) => [one.name, jsonOf(one).version]))
    const isWithin = (range: string, version: string) => {
      const [wanted, found] = [range.slice(1), version].map((text) => text.split('.').map(Number))
      const [major, minor, patch] = wanted!
      return (
        range.startsWith('^') &&
        found![0] === major &&
        (major! > 0 ? found![1]! >= minor! : found![1] === minor && found![2]! >= patch!)
      )
    }
    for (const one of published) {
      const { dependencies, peerDependencies, orrery } = jsonOf(one)
      const ranges = {
        ...dependencies,
        ...peerDependencies,
        ...(orrery?.sdk !== undefined && { '@orrery/sdk': orrery.sdk }),
      }
      for (const [name, range] of Object.entries(ranges).filter(([name]) => versionOf.has(name)))
        expect(isWithin(range, versionOf.get(name)!), `${one.name} asks for ${name} ${range}`).toBe(true)
    }
  })

  it('is of every package that is not private', () => {
    expect([...rehearsed.keys()].sort()).toEqual(published.map(({ name }) => name).sort())
  })

  it.each(published)('publishes of $name what a user needs, and nothing else', ({ name, folder, json }) => {
    const publication = rehearsed.get(name)!
    expect(publication.version).toBe(readJson<Json>(copy, folder, 'package.json').version)
    expect(json.publishConfig).toEqual({ access: 'public', provenance: true })
    const files = publication.files.map(({ path }) => path)
    expect(files).toEqual(expect.arrayContaining(['LICENSE', 'README.md', 'package.json']))
    expect(
      files.filter((file) => /\.test(-d)?\.|(^|\/)test(ing|s)?\/.*(fixture|test)|test-report|\.turbo/.test(file)),
    ).toEqual([])
    // A plugin is opened through its manifest, the interface is served: nobody imports them.
    const isImported = JSON.stringify(json.exports).includes('.js"')
    if (isImported) expect(files.some((file) => file.endsWith('.d.ts'))).toBe(true)
    const places = [root, copy, mirror]
    const naming = files.filter((file) => {
      const text = readFileSync(join(copy, folder, file), 'latin1')
      return places.some((place) => text.includes(place))
    })
    expect(naming).toEqual([])
  })

  it('is published once, and by another run no more', async () => {
    await publish()
    for (const one of published) {
      const answer = await fetch(new URL(one.name.replace('/', '%2f'), registry.url))
      const { 'dist-tags': tags } = (await answer.json()) as { 'dist-tags': { latest: string } }
      expect(tags.latest, one.name).toBe(jsonOf(one).version)
    }
    const { stdout } = await publish()
    expect(stdout).toContain('The registry has every version already.')
  }, 120_000)

  it('is installed and started by whoever has npm', async () => {
    writeFileSync(join(outside, 'package.json'), '{ "name": "somebody", "private": true }\n')
    const npm = [
      'install',
      '--ignore-scripts',
      '--prefer-offline',
      '--no-audit',
      '--no-fund',
      '@orrery/host',
      '@orrery/cli',
    ]
    await run('npm', npm, { cwd: outside, shell: process.platform === 'win32' })
    const host = await startHost(['--demo'], {
      bin: join(outside, 'node_modules/@orrery/host/bin/orrery.js'),
      cwd: outside,
    })
    const answer = await fetch(`${host.url}/api/v1/plugins`)
    const { plugins, problems } = (await answer.json()) as { plugins: { id: string }[]; problems: unknown[] }
    await host.stop()
    expect(problems).toEqual([])
    const first = published.filter(({ layer }) => layer === 'plugins').map(({ name }) => name)
    expect(plugins.map(({ id }) => id).sort()).toEqual(first.toSorted())
    expect(existsSync(join(outside, 'node_modules/.bin/orrery'))).toBe(true)
    const cli = await run(join(outside, 'node_modules/.bin/orrery-plugin'), ['--help'], { cwd: outside })
    expect(cli.stdout).toContain('orrery-plugin build')
  }, 180_000)

  it('gives a plugin that the next SDK leaves behind a version of its own', async () => {
    const plugins = published.filter(({ layer }) => layer === 'plugins')
    const before = plugins.map((one) => jsonOf(one).version)
    writeFileSync(join(copy, '.changeset/next.md'), "---\n'@orrery/sdk': minor\n---\n\nNews for authors.\n")
    await node(['.ci/version.mjs'])
    const { version } = jsonOf(published.find(({ name }) => name === '@orrery/sdk')!)
    for (const [i, one] of plugins.entries()) {
      const now = jsonOf(one)
      expect(now.version, one.name).not.toBe(before[i])
      expect(now.orrery?.sdk, one.name).toBe(`^${version}`)
      expect(readFileSync(join(copy, one.folder, 'CHANGELOG.md'), 'utf8')).toContain(
        `Built for @orrery/sdk ${version}.`,
      )
    }
  })
})
