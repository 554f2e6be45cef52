import { execFileSync, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { chownSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Client } from 'pg'

/** Found by the configuration of the tests. */
const program = process.env['ORRERY_POSTGRES']
export const hasPostgres = program !== undefined

export interface PostgresServer {
  /** Makes an empty database, and gives its address. */
  readonly createDatabase: () => Promise<string>
  /** Ends it as a power cut would, without a word to its clients. */
  readonly crash: () => Promise<void>
  readonly start: () => Promise<void>
  /** Ends it and removes its data. */
  readonly stop: () => Promise<void>
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

/** PostgreSQL refuses to run as root: then it runs as its own user. */
const identity = () => {
  if (process.getuid?.() !== 0) return {}
  const id = (option: string) => Number(execFileSync('id', [option, 'postgres'], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}

/** A new PostgreSQL on loopback and a free port. */
export async function startPostgres(): Promise<PostgresServer> {
  const bin = dirname(realpathSync(program!))
  const who = identity()
  const folder = mkdtempSync(join(tmpdir(), 'orrery-postgres-'))
  if (who.uid !== undefined) chownSync(folder, who.uid, who.gid)
  const data = join(folder, 'data')
  execFileSync(join(bin, 'initdb'), ['-D', data, '-U', 'orrery', '-A', 'trust', '-E', 'UTF8', '--no-sync'], {
    ...who,
    cwd: folder,
    stdio: 'ignore',
  })
  const port = await freePort()
  const addressOf = (name: string) => `postgres://orrery@127.0.0.1:${port}/${name}`

  const launch = async () => {
    const args = ['-D', data, '-h', '127.0.0.1', '-p', String(port), '-k', folder, '-c', 'fsync=off']
    const server = spawn(join(bin, 'postgres'), args, { ...who, cwd: folder, stdio: 'ignore' })
    const exited = once(server, 'exit')
    const kill = () => server.kill('SIGKILL')
    process.once('exit', kill)
    void exited.finally(() => process.off('exit', kill))
    for (;;) {
      const client = new Client(addressOf('postgres'))
      client.on('error', () => {})
      try {
        await client.connect()
        await client.end()
        break
      } catch (error) {
        if (server.exitCode !== null) throw new Error('PostgreSQL did not start', { cause: error })
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
    }
    return async (signal: NodeJS.Signals) => {
      server.kill(signal)
      await exited
    }
  }

  let end = await launch()
  return {
    createDatabase: async () => {
      const name = `orrery_${randomUUID().replaceAll('-', '')}`
      const client = new Client(addressOf('postgres'))
      await client.connect()
      await client.query(`create database ${name}`)
      await client.end()
      return addressOf(name)
    },
    // Its "immediate shutdown": no checkpoint, connections are cut.
    crash: () => end('SIGQUIT'),
    start: async () => {
      end = await launch()
    },
    stop: async () => {
      await end('SIGINT')
      rmSync(folder, { recursive: true })
    },
  }
}
