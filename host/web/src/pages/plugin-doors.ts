/** A part of a plugin that is code. */
export interface PluginDoor {
  /** What it is of the contribution: `view`, `connect`, `pages.0.view`. */
  readonly name: string
  readonly runsOn: 'server' | 'browser' | 'both'
}

const sides: Readonly<Record<string, PluginDoor['runsOn']>> = { server: 'server', web: 'browser', shared: 'both' }

/** The doors of a contribution, which is otherwise data. */
export function doorsOf(value: unknown, name = ''): readonly PluginDoor[] {
  if (typeof value !== 'object' || value === null) return []
  if ('$door' in value) {
    const runsOn = sides[String(value.$door)]
    return runsOn ? [{ name, runsOn }] : []
  }
  return Object.entries(value).flatMap(([key, part]) => doorsOf(part, name === '' ? key : `${name}.${key}`))
}
