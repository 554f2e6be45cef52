import { expect, it } from 'vitest'
import { linkAddress } from './link-address.ts'

const query = { from: 'now-1h', to: 'now', 'var-host': ['a', 'b'], edit: null, panel: 'cpu' }

it('leads there, and takes along what it keeps', () => {
  const link = { title: 'Nodes', url: '/d/nodes' }
  expect(linkAddress(link, query)).toBe('/d/nodes')
  expect(linkAddress({ ...link, keepTime: true }, query)).toBe('/d/nodes?from=now-1h&to=now')
  expect(linkAddress({ ...link, keepVariables: true }, query)).toBe('/d/nodes?var-host=a&var-host=b')
})

it('adds to what the address has, before its place', () => {
  const link = { title: 'Runbook', url: 'https://wiki.example/run?x=1#steps', keepTime: true }
  expect(linkAddress(link, { from: 'now-1h' })).toBe('https://wiki.example/run?x=1&from=now-1h#steps')
})
