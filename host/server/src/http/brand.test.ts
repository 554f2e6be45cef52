import { afterEach, beforeEach, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../testing/test-server.ts'

const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
let server: TestServer
beforeEach(async () => {
  const logo = { type: 'image/svg+xml' as const, content: Buffer.from(SVG) }
  const brand = { name: 'Acme & <Sons>', logo, theme: '.dark { --o-accent: #f0a; }', home: '/d/fleet' }
  server = await startTestServer({ brand })
})
afterEach(() => server.close())

it('puts name, icon and theme into the page', async () => {
  const { body, headers } = await server.nobody.send('/', { headers: { accept: 'text/html' } })
  expect(body).toContain('<title>Acme &amp; &lt;Sons&gt;</title>')
  expect(body).toContain('<link rel="icon" href="/brand/logo" type="image/svg+xml" />')
  expect(body).toContain('<link rel="stylesheet" href="/brand/theme.css" />')
  expect(body).not.toContain('Orrery')
  expect(body).not.toContain('/orrery.svg')
  expect(headers.get('content-security-policy')).toMatch(/style-src 'self' 'nonce-[\w+/=]+';/)
})

it('tells the interface before it draws', async () => {
  expect((await server.nobody.send('/api/v1/session')).body).toMatchObject({
    brand: { name: 'Acme & <Sons>', logo: '/brand/logo', home: '/d/fleet' },
  })
})

it('serves the logo as an image that can run nothing, and the theme, until they change', async () => {
  const logo = await server.nobody.send('/brand/logo')
  expect([logo.status, logo.body]).toEqual([200, SVG])
  expect(logo.headers.get('content-type')).toBe('image/svg+xml')
  expect(logo.headers.get('x-content-type-options')).toBe('nosniff')
  expect(logo.headers.get('content-security-policy')).toMatch(/^default-src 'none';.* sandbox$/)
  const theme = await server.nobody.send('/brand/theme.css')
  expect([theme.status, theme.body]).toEqual([200, '.dark { --o-accent: #f0a; }'])
  expect(theme.headers.get('content-type')).toBe('text/css; charset=utf-8')
  const again = await server.nobody.send('/brand/theme.css', {
    headers: { 'if-none-match': theme.headers.get('etag')! },
  })
  expect([again.status, again.body]).toEqual([304, ''])
})

it('leaves everything as it is without a brand', async () => {
  const plain = await startTestServer()
  const { body } = await plain.nobody.send('/', { headers: { accept: 'text/html' } })
  expect(body).toContain('<title>Orrery</title>')
  expect(body).toContain('/orrery.svg')
  expect((await plain.nobody.send('/brand/logo')).status).toBe(404)
  await plain.close()
})
