import type { ManifestContribution } from '@orrery/kernel'
import type { Apply, LoadedTransform } from '@orrery/query'
import { slice } from '@orrery/frames'
import { Type } from '@orrery/schema'
import { expect, it, onTestFinished } from 'vitest'
import type { PluginSource } from '../plugins/installed.ts'
import { createFakePlugin } from '../testing/fake-plugin.ts'
import { create, datasource, startTestServer } from '../testing/test-server.ts'
import { allWireMessages } from '../testing/wire-messages.ts'

const door = (name: string) => ({ $door: 'shared' as const, server: `./server/${name}.js`, web: `./ui/${name}.js` })
const tail = {
  kind: 'transform',
  id: 'tail',
  title: 'Tail',
  group: 'filter',
  description: 'Keeps the last rows.',
  notes: 'Of tables only.',
  version: 2,
  options: Type.Object({ rows: Type.Integer({ minimum: 0, default: 1 }) }, { additionalProperties: false }),
  apply: door('apply'),
  migrate: door('migrate'),
}
const apply: Apply<{ rows: number }> = (frames, { rows }) =>
  frames.map((frame) =>
    frame.kind === 'series' ? frame : slice(frame, Math.max(0, frame.length - rows), frame.length),
  )
const migrate: NonNullable<LoadedTransform['migrate']> = (options) => ({ rows: (options as { count: number }).count })

/** A host with one more plugin, and how often its code was loaded. */
async function start(contribution: object, open: () => Promise<unknown> = async () => apply) {
  const { fake, source } = createFakePlugin()
  const opened: string[] = []
  const plugins: PluginSource = {
    read: async () => {
      const { plugins: own } = await source.read()
      const manifest = {
        ...own[0]!.manifest,
        id: '@test/transform-tail',
        contributes: [contribution as ManifestContribution],
      }
      return { plugins: [...own, { manifest, folder: '/tail', base: '/plugins/tail/' }], problems: [] }
    },
    open: async (plugin, path) => {
      if (plugin.manifest.id !== '@test/transform-tail') return source.open(plugin, path)
      const file = path.$door === 'shared' ? path.server : path.path
      opened.push(file)
      return file.includes('migrate') ? migrate : open()
    },
  }
  const server = await startTestServer({ plugins })
  onTestFinished(() => server.close())
  const admin = await server.setUp()
  await create(admin, datasource('d'))
  const shape = async (step: object) => {
    const queries = [{ refId: 'A', datasource: 'd', query: { expr: 'up' } }]
    const item = { type: 'draftPanel', id: 'p', width: 600, queries, transformations: [{ type: 'tail', ...step }] }
    const body = { range: { from: 0, to: 3_600_000 }, timeZone: 'UTC', items: [item] }
    const [first] = await allWireMessages(await admin.fetch('/api/v1/ns/default/query', { method: 'POST', body }))
    return { length: first!.frame!.length, notices: first!.frame!.meta.notices?.map(({ text }) => text) }
  }
  const problems = async () =>
    ((await admin.send('/api/v1/plugins')).body as { problems: { code: string; detail: string }[] }).problems
  return { shape, problems, opened, fake }
}

it('runs the transformation of a plugin, whose code is loaded once and not before', async () => {
  const { shape, problems, opened } = await start(tail)
  expect(await problems()).toEqual([])
  expect(opened).toEqual([])
  expect(await shape({ options: { rows: 0 }, version: 2 })).toEqual({ length: 0, notices: undefined })
  expect(await shape({ options: {}, version: 2 })).toEqual({ length: 1, notices: undefined })
  expect(opened).toEqual(['./server/apply.js', './server/migrate.js'])
})

it('brings older options up to date', async () => {
  const { shape } = await start(tail)
  expect(await shape({ options: { count: 0 } })).toEqual({ length: 0, notices: undefined })
})

it('says so where options are wrong, and leaves the frames as they are', async () => {
  const { shape } = await start(tail)
  const { length, notices } = await shape({ options: { rows: 'all' }, version: 2 })
  expect(length).toBe(1)
  expect(notices).toEqual([expect.stringContaining('Tail')])
})

it('tries again to load code that could not be loaded', async () => {
  let tries = 0
  const { shape } = await start(tail, async () => {
    if (++tries === 1) throw new Error('the disk is away')
    return apply
  })
  expect((await shape({ options: { rows: 0 }, version: 2 })).notices).toEqual([
    expect.stringContaining('the disk is away'),
  ])
  expect(await shape({ options: { rows: 0 }, version: 2 })).toEqual({ length: 0, notices: undefined })
})

it.each([
  ['without what says what it does', { ...tail, notes: undefined }, 'SCHEMA_INVALID'],
  ['of a group that there is not', { ...tail, group: 'magic' }, 'SCHEMA_INVALID'],
  ['for browsers only', { ...tail, apply: { $door: 'web', path: './ui/a.js' } }, 'DOOR_MISSING'],
  ['with the id of one of the host', { ...tail, id: 'limit' }, 'CONTRIBUTION_DUPLICATE'],
])('does not enable a plugin with a transformation %s', async (_, contribution, code) => {
  const { problems, shape } = await start(contribution)
  expect(await problems()).toMatchObject([{ code }])
  expect((await shape({ options: {}, version: 2 })).notices).toEqual([expect.stringContaining('"tail"')])
})
