import { readFileSync } from 'node:fs'
import { ServerError } from '../errors.ts'

/** The text of a secret that the host's environment or a file has; SECRET_SOURCE_MISSING when it has none. */
export function readSource(source: { readonly $env: string } | { readonly $file: string }, path: string): string {
  if ('$env' in source) {
    const text = process.env[source.$env]
    if (text === undefined)
      throw new ServerError('SECRET_SOURCE_MISSING', { path, source: `the environment variable ${source.$env}` })
    return text
  }
  try {
    // Editors and `echo` end a file with a newline, which is no part of the secret.
    return readFileSync(source.$file, 'utf8').replace(/\r?\n$/, '')
  } catch (cause) {
    throw new ServerError('SECRET_SOURCE_MISSING', { path, source: `the file ${source.$file}` }, { cause })
  }
}
