import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { basename } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { demoFolders } from './demo-content.ts'

const serve = async (body: string) => {
  const server = createServer((_, response) => response.end(body)).listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await once(server, 'listening')
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
const names = async (url: string) => (await demoFolders(url)).map((folder) => basename(folder))

it('shows a Prometheus server only where one answers', async () => {
  expect(await names(await serve('{"status":"success","data":{}}'))).toEqual(['machine', 'prometheus'])
  expect(await names(await serve('<html>something else</html>'))).toEqual(['machine'])
  expect(await names('http://127.0.0.1:1')).toEqual(['machine'])
})
