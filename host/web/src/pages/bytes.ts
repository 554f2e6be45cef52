import { currentLocale } from '@orrery/sdk'

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte']

/** A size as people read it: `512 byte`, `1.5 kB`. */
export function formatBytes(bytes: number): string {
  const step = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3))
  const style = { style: 'unit', unit: units[step]!, maximumFractionDigits: 1 } as const
  return new Intl.NumberFormat(currentLocale(), style).format(bytes / 1000 ** step)
}
