const units = { y: 31_536_000_000, w: 604_800_000, d: 86_400_000, h: 3_600_000, m: 60_000, s: 1000, ms: 1 }

const pattern =
  /^(?:(\d{1,9})y)?(?:(\d{1,9})w)?(?:(\d{1,9})d)?(?:(\d{1,9})h)?(?:(\d{1,9})m)?(?:(\d{1,9})s)?(?:(\d{1,9})ms)?$/

/**
 * Milliseconds of a duration such as `5s`, `1h30m` or `250ms`: whole numbers with y (365 days), w, d, h, m, s, ms, the
 * longest first. Absent when the text is none.
 */
export const parseDuration = (text: string): number | undefined => {
  const match = text ? pattern.exec(text) : null
  if (!match) return undefined
  return Object.values(units).reduce((sum, unit, i) => sum + Number(match[i + 1] ?? 0) * unit, 0)
}
