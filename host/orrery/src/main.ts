import { text } from 'node:stream/consumers'
import { cacheCode } from './compiled-code.ts'
import { run } from './command.ts'
import { untilSignal } from './until-signal.ts'

// Whoever reads has had enough, as `head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

process.exitCode = await run(process.argv.slice(2), {
  out: (written) => process.stdout.write(written),
  err: (written) => process.stderr.write(written),
  readInput: () => text(process.stdin),
  // https://no-color.org
  isColoured: process.stdout.isTTY && !process.env['NO_COLOR'],
  environment: process.env,
  workingDirectory: process.cwd(),
  cacheCode,
  untilStopped: untilSignal,
})
