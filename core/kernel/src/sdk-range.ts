type Version = readonly [major: number, minor: number, patch: number]

const parts = (text: string) =>
  /^(\d{1,9})(?:\.(\d{1,9}))?(?:\.(\d{1,9})(?:[-+][\w.+-]*)?)?$/
    .exec(text)
    ?.slice(1)
    .filter((part) => part !== undefined)

const compare = (a: Version, b: Version) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]

const padded = ([major = '0', minor = '0', patch = '0']: readonly string[]): Version => [+major, +minor, +patch]

// The first version that is too new: a caret keeps the leftmost part that is not 0, a tilde the minor version.
const ceiling = (operator: string, given: readonly string[]): Version => {
  const [major, minor, patch] = padded(given)
  const keepsMajor = operator === '^' ? major > 0 || given.length === 1 : given.length === 1
  if (keepsMajor) return [major + 1, 0, 0]
  const keepsMinor = operator === '~' || given.length === 2 || (operator === '^' && minor > 0)
  return keepsMinor ? [major, minor + 1, 0] : [major, minor, patch + 1]
}

/**
 * Whether a version lies in a range: `*`, `1.2.3`, `^1.2.3`, `~1.2.3`, also without patch or minor, joined by `||`. A
 * prerelease counts as its release. What is no such range contains no version.
 */
export const sdkSatisfies = (range: string, version: string): boolean => {
  const actual = parts(version)
  if (actual?.length !== 3) return false
  return range.split('||').some((part) => {
    const [, operator, text] = /^\s*([\^~]?)(\S+)\s*$/.exec(part) ?? []
    if (operator === '' && text === '*') return true
    const given = text === undefined ? undefined : parts(text)
    if (operator === undefined || !given) return false
    return compare(padded(actual), padded(given)) >= 0 && compare(padded(actual), ceiling(operator, given)) < 0
  })
}
