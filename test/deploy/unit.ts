/** The settings of a section of a systemd unit; a setting that stands there several times has several values. */
export function parseUnit(text: string, section: string): (name: string) => readonly string[] {
  const body = text.split(/^\[(\w+)\]$/m)
  const lines = body[body.indexOf(section) + 1]?.split('\n') ?? []
  const settings = lines.flatMap((line) => {
    const [, name, value] = /^(\w+)=(.*)$/.exec(line) ?? []
    return name === undefined ? [] : [{ name, value: value ?? '' }]
  })
  return (wanted) => settings.filter(({ name }) => name === wanted).map(({ value }) => value)
}
