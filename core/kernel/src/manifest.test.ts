import { describe, expect, it } from 'vitest'
import { isDoorRef, parseManifest, serverPath, webPath } from './index.ts'

const hash = `sha384-${'A'.repeat(64)}`
const files = {
  './server/connect.js': hash,
  './server/migrate.js': hash,
  './ui/migrate.js': hash,
  './ui/a/View.js': hash,
}
const connect = { $door: 'server', path: './server/connect.js' }
const migrate = { $door: 'shared', server: './server/migrate.js', web: './ui/migrate.js' }
const manifest = {
  manifest: 1,
  id: '@orrery/demo',
  version: '0.1.0',
  sdk: '^0.1.0',
  title: 'Demo',
  contributes: [{ kind: 'datasource', id: 'demo', title: 'Demo', options: { type: 'object' }, connect, migrate }],
  locales: { de: { $door: 'web', path: './ui/a/View.js' }, 'pt-BR': { $door: 'web', path: './ui/a/View.js' } },
  setup: { server: connect },
  files,
}
const withDoor = (door: unknown) => ({
  ...manifest,
  contributes: [{ kind: 'x', id: 'x', title: 'X', deep: [{ door }] }],
})

const problems = (json: unknown): readonly string[] => {
  try {
    parseManifest(json, 'demo/manifest.json')
    return []
  } catch (error) {
    expect(error).toMatchObject({ code: 'MANIFEST_INVALID', params: { subject: 'demo/manifest.json' } })
    return (error as { params: { problems: readonly string[] } }).params.problems
  }
}

describe('parseManifest', () => {
  it('gives the manifest with all that its contributions hold', () => {
    expect(parseManifest(JSON.parse(JSON.stringify(manifest)), 'demo')).toEqual(manifest)
  })

  it('keeps contributions of unknown kinds', () => {
    const contributes = [{ kind: 'hologram', id: 'a', title: 'A', anything: [1] }]
    expect(parseManifest({ ...manifest, contributes }, 'demo').contributes).toEqual(contributes)
  })

  it.each([
    ['another format', { ...manifest, manifest: 2 }, ['/manifest must be 1']],
    ['no title', { ...manifest, title: undefined }, ['/title is missing']],
    ['an id with a path', { ...manifest, id: '../x' }, [expect.stringContaining('/id must match')]],
    [
      'a setup for browsers',
      { ...manifest, setup: { web: { $door: 'web', path: './ui/a/View.js' } } },
      [expect.stringContaining('/setup/web')],
    ],
    [
      'a language that is none',
      { ...manifest, locales: { '../de': { $door: 'web', path: './ui/a/View.js' } } },
      [expect.stringContaining('/locales')],
    ],
    [
      'texts that are not among the files',
      { ...manifest, locales: { de: { $door: 'web', path: './ui/de.js' } } },
      [expect.stringContaining('/locales/de: "./ui/de.js" is not among the files')],
    ],
    ['no object', [], [' must be an object']],
    [
      'an open hash',
      { ...manifest, files: { './ui/a.js': 'md5-x' } },
      [expect.stringContaining('/files/.~1ui~1a.js must match')],
    ],
  ])('refuses %s', (_, json, expected) => {
    expect(problems(json)).toEqual(expected)
  })

  it('refuses a contribution that is there twice', () => {
    const one = { kind: 'panel', id: 'stat', title: 'Stat' }
    expect(problems({ ...manifest, contributes: [one, one] })).toEqual(['it contributes panel "stat" twice'])
  })

  it.each([
    [{ $door: 'server', path: './ui/a/View.js' }, 'is no file below ./server/'],
    [{ $door: 'web', path: './server/connect.js' }, 'is no file below ./ui/'],
    [{ $door: 'server', path: './server/../ui/a/View.js' }, 'is no file below ./server/'],
    [{ $door: 'server', path: './server/..%2fconnect.js' }, 'is no file below ./server/'],
    [{ $door: 'server', path: './server\\connect.js' }, 'is no file below ./server/'],
    [{ $door: 'server', path: 'file:///etc/passwd' }, 'is no file below ./server/'],
    [{ $door: 'server', path: './server/other.js' }, 'is not among the files'],
    [{ $door: 'shared', server: './server/migrate.js', web: './ui/other.js' }, 'is not among the files'],
  ])('refuses the door %j', (door, problem) => {
    expect(problems(withDoor(door))).toEqual([
      expect.stringMatching(new RegExp(`^/contributes/0/deep/0/door: .*${problem}`)),
    ])
  })

  it.each([
    { $door: 'both', path: './ui/a/View.js' },
    { $door: 'web' },
    { $door: 'web', path: 1 },
    { ...connect, more: 1 },
  ])('refuses %j as no door', (door) => {
    expect(problems(withDoor(door))).toEqual(['/contributes/0/deep/0/door is no door'])
  })

  it('refuses a file outside the plugin', () => {
    expect(problems({ ...manifest, files: { ...files, './../x.js': hash } })).toEqual([
      '"./../x.js" is no path below the plugin\'s folder',
    ])
  })

  it('refuses what is nested without end', () => {
    let deep: unknown = {}
    for (let depth = 0; depth < 20_000; depth++) deep = { deep }
    expect(problems(withDoor(deep))).toEqual([expect.stringContaining('is nested too deeply')])
  })
})

it('a door has a file for each of its sides', () => {
  expect([connect, migrate].map((door) => isDoorRef(door) && [serverPath(door), webPath(door)])).toEqual([
    ['./server/connect.js', undefined],
    ['./server/migrate.js', './ui/migrate.js'],
  ])
})
