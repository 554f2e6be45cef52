import type { Logger } from '@orrery/kernel'
import { pino, type Logger as Pino } from 'pino'

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent'

export interface LogOptions {
  /** Lines below this are left out; `info` when omitted. */
  readonly level?: LogLevel
  /** Where lines of JSON go; standard output when omitted. */
  readonly write?: (line: string) => void
}

/** The host's own log: a {@link Logger} that can be given a plugin's name or a trace id. */
export interface HostLog extends Logger {
  readonly with: (fields: object) => HostLog
}

// At the top, and one and two objects deep: what plugins and requests log is not known here.
const secret = ['authorization', 'cookie', 'set-cookie', 'password', 'secret', 'token', 'apiKey']
const redact = secret.flatMap((name) =>
  ['', '*.', '*.*.'].map((depth) => (depth ? `${depth}["${name}"]`.replace('.[', '[') : `["${name}"]`)),
)

const toLog = (target: Pino): HostLog => ({
  debug: (message, fields) => target.debug(fields ?? {}, message),
  info: (message, fields) => target.info(fields ?? {}, message),
  warn: (message, fields) => target.warn(fields ?? {}, message),
  error: (message, fields) => target.error(fields ?? {}, message),
  with: (fields) => toLog(target.child(fields)),
})

const writeToStandardOutput = () => {
  const target = pino.destination(1)
  return (line: string) => void target.write(line)
}

/** Lines of JSON with level, ISO time and message; values under names of secrets are replaced, then `censor` sees each line. */
export function createLog(
  { level = 'info', write }: LogOptions = {},
  censor: (line: string) => string = (line) => line,
): HostLog {
  const options = {
    level,
    base: {},
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: { paths: redact, censor: '[secret]' },
    serializers: { error: pino.stdSerializers.errWithCause },
  }
  const out = write ?? writeToStandardOutput()
  return toLog(pino(options, { write: (line) => out(censor(line)) }))
}
