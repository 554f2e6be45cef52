import { existsSync, readFileSync } from 'node:fs'

/**
 * The most memory that this process has had, in kilobytes. Linux counts into `maxRSS` what the process that started it held,
 * and tells of this one alone elsewhere.
 */
export function peakKilobytes(): number {
  const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : ''
  const own = /^VmHWM:\s*(\d+) kB$/m.exec(status)
  return own ? Number(own[1]) : process.resourceUsage().maxRSS
}
