import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))

/** Path of a package's bin, to be run by this Node: no shell, no PATH. */
export const bin = (path) => join(root, 'node_modules', path)

export const TURBO = bin('turbo/bin/turbo')

/** Whether somebody wants all of this to end. */
let isStopped = false

/** Runs a Node script in the repository; resolves with its exit code. */
export function runNode(script, args = [], { env = {}, nodeArgs = [] } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...nodeArgs, script, ...args], {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, ...env },
    })
    const forward = (signal) => {
      isStopped = true
      child.kill(signal)
    }
    process.on('SIGINT', forward).on('SIGTERM', forward)
    child.on('error', reject)
    child.on('exit', (code, signal) => {
      process.off('SIGINT', forward).off('SIGTERM', forward)
      resolve(signal ? 130 : code)
    })
  })
}

/** Runs a Node script and stops everything when it fails, or when it was told to end. */
export async function must(script, args, options) {
  const code = await runNode(script, args, options)
  if (code !== 0 || isStopped) process.exit(code)
}
