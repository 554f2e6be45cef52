import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { readBrand } from './brand.ts'

const file = async (name: string, content: string | Buffer) => {
  const folder = await mkdtemp(join(tmpdir(), 'orrery-brand-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  await writeFile(join(folder, name), content)
  return join(folder, name)
}
const png = Buffer.from('89504e470d0a1a0a0000000d', 'hex')

it('reads name, logo, theme and home page', async () => {
  const logo = await file('logo.svg', '<?xml version="1.0"?>\n<!-- ours -->\n<svg xmlns="http://www.w3.org/2000/svg"/>')
  expect(await readBrand({ name: 'Acme', logo, theme: { light: { '--o-r': '0' } }, home: 'fleet' })).toMatchObject({
    name: 'Acme',
    logo: { type: 'image/svg+xml' },
    theme: '.light {\n  --o-r: 0;\n}\n',
    home: '/d/fleet',
  })
  expect(await readBrand({ home: '/app/fleet/' })).toEqual({ home: '/app/fleet/' })
  expect(await readBrand({})).toEqual({})
})

it('knows a logo by its content, whatever its name', async () => {
  expect((await readBrand({ logo: await file('logo.svg', png) })).logo?.type).toBe('image/png')
})

it.each([
  ['<html><svg/></html>', 'it is neither SVG nor PNG'],
  ['x'.repeat(300_000), 'it is larger than 262144 bytes'],
])('refuses another logo', async (content, reason) => {
  await expect(readBrand({ logo: await file('logo.svg', content) })).rejects.toMatchObject({
    code: 'CONFIG_LOGO_INVALID',
    params: { reason },
  })
})

it('says which logo it cannot read, and which tokens are none', async () => {
  await expect(readBrand({ logo: '/nowhere.svg' })).rejects.toThrow('The logo /nowhere.svg cannot be used: it cannot')
  await expect(readBrand({ theme: { dark: { '--o-x': '1' } } })).rejects.toMatchObject({ code: 'CONFIG_THEME_INVALID' })
})
