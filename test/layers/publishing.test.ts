import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packages, root } from '../support/packages.ts'

describe.each(packages)('$name', ({ folder, json }) => {
  it('has what npm shows: README, licence, exports, access', () => {
    expect(existsSync(join(root, folder, 'README.md'))).toBe(true)
    expect(json.license).toBe('Apache-2.0')
    expect(readFileSync(join(root, folder, 'LICENSE'), 'utf8')).toBe(readFileSync(join(root, 'LICENSE'), 'utf8'))
    expect(json.exports).toBeDefined()
    expect(json.publishConfig).toMatchObject({ access: 'public' })
  })
})

it.each(packages.filter(({ layer }) => layer === 'plugins'))('$name is found and loaded as a plugin', ({ json }) => {
  expect(json.keywords).toContain('orrery-plugin')
  expect(json.orrery?.sdk).toMatch(/^\^\d/)
  expect(json.exports).toHaveProperty('./manifest.json')
})

describe('the repository', () => {
  it('runs on the Node that it brings along', () => {
    expect(Number(process.versions.node.split('.')[0])).toBeGreaterThanOrEqual(24)
  })

  it('keeps download addresses out of the lock', () => {
    const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
      packages: Record<string, { resolved?: string; link?: boolean }>
    }
    const addresses = Object.values(lock.packages).filter(({ resolved, link }) => resolved && !link)
    expect(addresses).toEqual([])
  })
})
