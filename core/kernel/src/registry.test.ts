import { expect, it } from 'vitest'
import { createRegistry, type Manifest } from './index.ts'

const manifest = (id: string, ...contributes: readonly [kind: string, id: string][]): Manifest => ({
  manifest: 1,
  id,
  version: '0.1.0',
  sdk: '*',
  title: id,
  contributes: contributes.map(([kind, id]) => ({ kind, id, title: id })),
  files: {},
})

it('finds contributions by kind and id', () => {
  const registry = createRegistry()
  registry.add(manifest('a', ['panel', 'stat'], ['datasource', 'stat']))
  registry.add(manifest('b', ['panel', 'table']))
  expect(registry.list('panel').map(({ id }) => id)).toEqual(['stat', 'table'])
  expect(registry.list('channel')).toEqual([])
  expect(registry.get('datasource', 'stat')).toMatchObject({ kind: 'datasource', id: 'stat' })
  expect([registry.pluginOf('panel', 'stat'), registry.pluginOf('panel', 'table')]).toEqual(['a', 'b'])
  expect(registry.plugins().map(({ id }) => id)).toEqual(['a', 'b'])
})

it('refuses a plugin or contribution that is there, and leaves nothing of it behind', () => {
  const registry = createRegistry()
  registry.add(manifest('a', ['panel', 'stat']))
  expect(() => registry.add(manifest('a', ['panel', 'new']))).toThrow(
    expect.objectContaining({ code: 'PLUGIN_DUPLICATE' }),
  )
  expect(() => registry.add(manifest('b', ['panel', 'new'], ['panel', 'stat']))).toThrow(
    expect.objectContaining({
      code: 'CONTRIBUTION_DUPLICATE',
      params: { kind: 'panel', id: 'stat', plugin: 'b', other: 'a' },
    }),
  )
  expect(registry.list('panel').map(({ id }) => id)).toEqual(['stat'])
  expect(registry.plugins().map(({ id }) => id)).toEqual(['a'])
})

it('forgets a plugin', () => {
  const registry = createRegistry()
  registry.add(manifest('a', ['panel', 'stat']))
  registry.remove('a')
  registry.remove('never there')
  expect(registry.find('panel', 'stat')).toBeUndefined()
  expect(() => registry.get('panel', 'stat')).toThrow(
    'No enabled plugin contributes the panel "stat". Install or enable the plugin that does.',
  )
  registry.add(manifest('a', ['panel', 'stat']))
  expect(registry.list('panel')).toHaveLength(1)
})
