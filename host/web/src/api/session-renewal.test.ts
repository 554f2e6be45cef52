import { PROBLEM_MEDIA_TYPE } from '@orrery/api'
import { expect, it, onTestFinished, vi } from 'vitest'
import { request, whenSignedOut } from './client.ts'
import { renewal, renewSession } from './session-renewal.ts'
import { problemAnswer, startFakeHost } from './testing.ts'

const refused = problemAnswer(401, 'SIGN_IN_NEEDED', 'Nobody is signed in.')
const refusal = {
  type: 'x',
  title: 'x',
  status: 401,
  code: 'SIGN_IN_NEEDED',
  detail: 'Nobody is signed in.',
  params: {},
}

/** A host that knows the session from the moment on that `know` is called. */
async function start() {
  let isKnown = false
  const asked = await startFakeHost(({ body }) => (isKnown ? { body: { got: body } } : refused))
  whenSignedOut(renewSession)
  onTestFinished(() => {
    renewal.value?.settle(false)
    whenSignedOut(() => Promise.resolve(false))
  })
  return { asked, know: () => (isKnown = true) }
}

it('asks once for however many requests, and then sends each again as it was', async () => {
  const { asked, know } = await start()
  const put = request('/a', { method: 'PUT', body: { edited: true } })
  const get = request('/b')
  await vi.waitFor(() => expect(asked).toHaveLength(2))
  const { settle } = await vi.waitUntil(() => renewal.value)
  know()
  settle(true)
  expect(await (await put).json()).toEqual({ got: { edited: true } })
  expect((await get).ok).toBe(true)
  expect(asked.map(({ method, url }) => `${method} ${url.pathname}`).sort()).toEqual([
    'GET /b',
    'GET /b',
    'PUT /a',
    'PUT /a',
  ])
  expect(renewal.value).toBeUndefined()
})

it('does not ask again for a refusal that was on its way when the session was renewed', async () => {
  let late = () => {}
  let isKnown = false
  await startFakeHost(({ url }) => {
    if (isKnown) return { body: {} }
    if (url.pathname === '/fast') return refused
    return (response) => {
      late = () => response.writeHead(401, { 'content-type': PROBLEM_MEDIA_TYPE }).end(JSON.stringify(refusal))
    }
  })
  whenSignedOut(renewSession)
  onTestFinished(() => whenSignedOut(() => Promise.resolve(false)))
  const slow = request('/slow')
  const fast = request('/fast')
  const { settle } = await vi.waitUntil(() => renewal.value)
  isKnown = true
  settle(true)
  expect((await fast).ok).toBe(true)
  late()
  expect((await slow).ok).toBe(true)
  expect(renewal.value).toBeUndefined()
})

it('fails as the host said when the person would rather leave, and asks anew the next time', async () => {
  await start()
  const first = request('/a')
  const { settle } = await vi.waitUntil(() => renewal.value)
  settle(false)
  await expect(first).rejects.toMatchObject({ code: 'SIGN_IN_NEEDED' })
  const second = request('/a')
  await vi.waitUntil(() => renewal.value)
  renewal.value!.settle(false)
  await expect(second).rejects.toMatchObject({ code: 'SIGN_IN_NEEDED' })
})

it('tries no third time', async () => {
  const { asked } = await start()
  const answer = request('/a')
  const { settle } = await vi.waitUntil(() => renewal.value)
  settle(true)
  await expect(answer).rejects.toMatchObject({ code: 'SIGN_IN_NEEDED' })
  expect([asked.length, renewal.value]).toEqual([2, undefined])
})

it('waits no longer for whoever gave up', async () => {
  await start()
  const gone = new AbortController()
  const answer = request('/a', { signal: gone.signal })
  await vi.waitUntil(() => renewal.value)
  gone.abort(new Error('gone'))
  await expect(answer).rejects.toThrow('gone')
})

it('takes a wrong password for what it is', async () => {
  await startFakeHost(() => problemAnswer(401, 'SIGN_IN_FAILED', 'Wrong.'))
  whenSignedOut(renewSession)
  await expect(request('/api/v1/session', { method: 'POST', body: {} })).rejects.toMatchObject({
    code: 'SIGN_IN_FAILED',
  })
  expect(renewal.value).toBeUndefined()
})
