import { globSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ErrorTable } from '@orrery/schema'
import { packages, root } from '../../test/support/packages.ts'

interface Row {
  readonly code: string
  readonly status: number
  readonly message: string
  readonly package: string
}

/** A param as it shows in the reference: `{name}`, whatever the message does with it. */
function placeholder(name: string): unknown {
  const text = `{${name}}`
  const shown = () => text
  return Object.assign(Object(text), {
    join: shown,
    map: () => placeholder(name),
    filter: () => placeholder(name),
    slice: () => placeholder(name),
    toFixed: shown,
    toLocaleString: shown,
  })
}
const params = new Proxy({}, { get: (_, name) => placeholder(String(name)) })

/** Every coded error of the repository, from the tables in the packages' `errors.ts`, by code. */
export async function listErrors(): Promise<readonly Row[]> {
  const files = packages.flatMap(({ folder, name }) =>
    globSync(['src/**/errors.ts', 'src/**/*-error.ts'], { cwd: join(root, folder) }).map((file) => ({
      name,
      file: join(root, folder, file),
    })),
  )
  const rows = await Promise.all(
    files.map(async ({ name, file }) => {
      const exported = Object.values((await import(pathToFileURL(file).href)) as Record<string, unknown>)
      return exported.flatMap((value) =>
        typeof value === 'function' && 'table' in value ? rowsOf(name, value.table as ErrorTable) : [],
      )
    }),
  )
  return rows.flat().sort((a, b) => (a.code < b.code ? -1 : 1))
}

const rowsOf = (name: string, table: ErrorTable): Row[] =>
  // The messages are given placeholders in place of their params.
  Object.entries(table).map(([code, { status, message }]) => ({
    code,
    status,
    package: name,
    message: String(message(params as never)),
  }))

export const errorsPage = (rows: readonly Row[]) =>
  [
    '# Errors',
    '',
    'Every error of Orrery has a code that never changes its meaning. The API answers them as `application/problem+json`',
    '(RFC 9457) with `code`, `params` and `traceId`. This page is generated from the tables in the code.',
    '',
    '| code | status | package | message |',
    '| --- | --- | --- | --- |',
    ...rows.map(
      ({ code, status, message, package: name }) =>
        `| <a id="${code}"></a>\`${code}\` | ${status} | ${name} | ${escape(message)} |`,
    ),
    '',
  ].join('\n')

const escape = (text: string) =>
  text.replace(/\|/g, '\\|').replace(/</g, '&lt;').replace(/\{\{/g, '&#123;&#123;').replace(/\n/g, ' ')
