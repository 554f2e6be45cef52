import { expect, it } from 'vitest'
import { createTrustedProxies } from './trusted-proxies.ts'

it('knows addresses and ranges, whatever notation a socket uses', () => {
  const { includes } = createTrustedProxies(['127.0.0.1', '10.0.0.0/8', 'fd00::/8', '::1'])
  const inside = ['127.0.0.1', '::ffff:127.0.0.1', '10.200.0.1', '::ffff:10.0.0.1', 'fd12::1', '::1']
  expect(inside.filter((address) => !includes(address))).toEqual([])
  const outside = ['127.0.0.2', '11.0.0.1', 'fe80::1', '::2', '', 'localhost', undefined]
  expect(outside.filter(includes)).toEqual([])
})

it('trusts nobody without an entry, and everybody only by a range of all', () => {
  expect(createTrustedProxies([]).includes('127.0.0.1')).toBe(false)
  expect(createTrustedProxies(['0.0.0.0/0']).includes('8.8.8.8')).toBe(true)
})

it.each(['localhost', '10.0.0.0/33', '10.0.0.0/', '10.0.0.0/8/8', '10.0.0', '::1/129', ''])('refuses "%s"', (entry) => {
  expect(() => createTrustedProxies([entry])).toThrow(`"${entry}" is no address or range`)
})
