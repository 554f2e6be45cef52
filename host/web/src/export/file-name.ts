import { formatIsoTime, type TimeRange } from '@orrery/sdk'

/** A title as the name of a file on any system. */
export const toFileName = (title: string) =>
  title
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 80) || 'panel'

/** `CPU-20261123-0500-20261123-0600`: the title, and the range as the clocks of the zone show it. */
export function rangeFileName(title: string, { from, to }: TimeRange, timeZone: string): string {
  const stamp = (ms: number) => formatIsoTime(ms, timeZone).slice(0, 16).replaceAll(/[-:]/g, '').replace(' ', '-')
  return `${toFileName(title)}-${stamp(from)}-${stamp(to)}`
}
