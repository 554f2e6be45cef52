import { expect, it } from 'vitest'
import { checkedOptions, currentOptions } from './options.ts'
import type { Contributed } from './plugin-list.ts'

const options = {
  type: 'object',
  properties: { url: { type: 'string' }, method: { type: 'string', default: 'POST' } },
  required: ['url'],
}
/** A contribution of version 2 whose door leads to this code. */
const contributed = (migrate: string): Contributed => ({
  plugin: { id: '@acme/demo', version: '1.0.0', title: 'Demo', base: '', contributes: [] },
  kind: 'datasource',
  id: 'demo',
  title: 'Demo',
  data: {
    options,
    version: 2,
    migrate: { $door: 'web', path: `data:text/javascript,${encodeURIComponent(migrate)}` },
  },
})
const renames = contributed('export default (options, from) => ({ url: options.host + from })')

it('gives options the defaults of the installed version', async () => {
  expect(await currentOptions(renames, { options: { url: 'x' }, version: 2 })).toEqual({ url: 'x', method: 'POST' })
})

it('has the plugin bring older options up to date', async () => {
  expect(await currentOptions(renames, { options: { host: 'x' } })).toEqual({ url: 'x1', method: 'POST' })
})

it('refuses options of a newer version than the installed one', async () => {
  await expect(currentOptions(renames, { options: {}, version: 3 })).rejects.toMatchObject({ code: 'OPTIONS_NEWER' })
})

it('checks options only where it is asked to', async () => {
  const saved = { options: {}, version: 2 }
  expect(await currentOptions(renames, saved)).toEqual({ method: 'POST' })
  await expect(checkedOptions(renames, saved)).rejects.toMatchObject({ code: 'SCHEMA_INVALID' })
})

it.each([
  ['throws', 'export default () => { throw new Error("no host") }', 'from version 1: no host.'],
  ['gives nothing', 'export default () => {}', 'it gave no options'],
  ['is no function', 'export default 1', 'is not a function'],
])('says so when the code that brings options up to date %s', async (_, code, reason) => {
  await expect(currentOptions(contributed(code), { options: {} })).rejects.toMatchObject({
    code: 'PLUGIN_CODE_FAILED',
    message: expect.stringContaining(reason) as string,
  })
})
