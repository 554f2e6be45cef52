import { text } from 'node:stream/consumers'
import { cacheCode } from './compiled-code.ts'
import { run } from './command.ts'
import { untilSignal } from './until-signal.ts'

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
