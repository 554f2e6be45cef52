/** What DuckDB says of a statement, as a sentence with the place: its message shows the line with a caret below. */
export function toProblem(error: unknown, sql: string): string {
  const message = error instanceof Error ? error.message : String(error)
  // What it says of a text without a statement.
  if (message === 'Error in native callback') return 'There is no statement.'
  const [said = ''] = message.replace(/^Failed to extract statements: /, '').split(/\n\s*\n|\nLINE /)
  const sentence = said.replaceAll(/\s+/g, ' ').replace(/[.!\s]*$/, '')
  const place = /(?:^|\n)(LINE (\d+): )(.*)\n( *)\^/.exec(message)
  if (!place) return `${sentence}.`
  const [, head = '', line = '', shown = '', indent = ''] = place
  const column = columnOf(sql.split('\n')[Number(line) - 1] ?? '', shown, indent.length - head.length)
  return `${sentence}, at line ${line}${column === undefined ? '' : `, column ${column}`}.`
}

/** Of a long line only a part is shown, with dots where it is cut. */
function columnOf(line: string, shown: string, at: number): number | undefined {
  if (at < 0) return undefined
  const cutAtStart = shown.startsWith('...') && !line.startsWith('...')
  if (!cutAtStart) return at + 1
  const start = line.indexOf(shown.slice(3).replace(/\.\.\.$/, ''))
  return start < 0 ? undefined : start + at - 3 + 1
}
