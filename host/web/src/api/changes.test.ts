// @vitest-environment happy-dom
import type { ServerResponse } from 'node:http'
import { expect, it, onTestFinished, vi } from 'vitest'
import { createChangeFeed, type Change } from './changes.ts'
import { problemAnswer, startFakeHost, type HostAnswer } from './testing.ts'

const change = (number: number, id = 'cpu'): Change => ({
  change: number,
  key: { namespace: 'default', kind: 'dashboard', id },
  action: 'update',
  revision: `r${number}`,
  author: 'user:eve',
  at: '2026-11-22T10:00:00.000Z',
})

/** A host whose streams the test writes. */
async function start(answer?: () => HostAnswer | undefined) {
  const streams: ServerResponse[] = []
  const asked = await startFakeHost(
    () =>
      answer?.() ??
      ((response) => {
        response.writeHead(200, { 'content-type': 'text/event-stream' })
        response.write(': changes of resources\n\n')
        streams.push(response)
      }),
  )
  const feed = createChangeFeed({ retryAfterMs: () => 5, silenceMs: 200 })
  onTestFinished(() => feed.close())
  const heard: (number | undefined)[] = []
  const stop = feed.listen((each) => heard.push(each?.change))
  const opens = (count: number) => vi.waitFor(() => expect(streams).toHaveLength(count))
  const send = (text: string) => streams.at(-1)!.write(text)
  const tell = (number: number) => send(`id: ${number}\nevent: change\ndata: ${JSON.stringify(change(number))}\n\n`)
  const hears = (...expected: readonly (number | undefined)[]) => vi.waitFor(() => expect(heard).toEqual(expected))
  return { asked, streams, feed, heard, stop, opens, send, tell, hears }
}
const hide = (hidden: boolean) => {
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(hidden)
  document.dispatchEvent(new Event('visibilitychange'))
}

it('tells all who listen, over one connection', async () => {
  const { feed, opens, tell, hears, streams, stop } = await start()
  const others: (number | undefined)[] = []
  feed.listen((each) => others.push(each?.change))
  await opens(1)
  tell(1)
  await hears(1)
  stop()
  tell(2)
  await vi.waitFor(() => expect(others).toEqual([1, 2]))
  await hears(1)
  expect(streams).toHaveLength(1)
})

it('reads events however they are cut, and passes over what is none', async () => {
  const { opens, send, hears, heard } = await start()
  await opens(1)
  const text = `id: 7\nevent: change\ndata: ${JSON.stringify(change(7))}\n\n`
  for (const part of [
    'event: other\ndata: {}\n\nevent: change\ndata: {"change":1}\n\n',
    text.slice(0, 25),
    text.slice(25),
  ]) {
    send(part)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  await hears(7)
  expect(heard).toEqual([7])
})

it('goes on from the last change when the connection breaks', async () => {
  const { opens, tell, hears, asked, streams } = await start()
  await opens(1)
  tell(4)
  await hears(4)
  streams[0]!.destroy()
  await opens(2)
  tell(5)
  await hears(4, 5)
  expect(asked.map(({ headers }) => headers['last-event-id'])).toEqual([undefined, '4'])
})

it('says that it may have missed some when it knows none to go on from', async () => {
  const { opens, hears, heard, streams } = await start()
  await opens(1)
  streams[0]!.destroy()
  await opens(2)
  await hears(undefined)
  expect(heard).toEqual([undefined])
})

it('takes a silent host for one that is gone', async () => {
  const { opens, streams } = await start()
  await opens(2)
  expect(streams[0]!.destroyed).toBe(true)
})

it('has no connection while the page is not on the screen', async () => {
  const { opens, tell, hears, streams, asked } = await start()
  await opens(1)
  tell(1)
  await hears(1)
  const closed = new Promise((resolve) => streams[0]!.on('close', resolve))
  hide(true)
  await closed
  expect(asked).toHaveLength(1)
  hide(false)
  await opens(2)
  tell(2)
  await hears(1, 2)
})

it('tries again what fails for now', async () => {
  const answers: HostAnswer[] = [problemAnswer(503, 'HOST_STOPPING', 'It stops.')]
  const { opens, asked } = await start(() => answers.shift())
  await opens(1)
  expect(asked).toHaveLength(2)
})

it('does not ask again for what is forbidden, until somebody else wants to listen', async () => {
  const answers: HostAnswer[] = [problemAnswer(403, 'ACCESS_DENIED', 'No.')]
  const { asked, feed } = await start(() => answers.shift())
  await vi.waitFor(() => expect(asked).toHaveLength(1))
  await new Promise((resolve) => setTimeout(resolve, 30))
  expect(asked).toHaveLength(1)
  feed.listen(() => {})
  await vi.waitFor(() => expect(asked).toHaveLength(2))
})
