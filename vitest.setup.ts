import { afterEach, beforeEach, vi } from 'vitest'

// A warning that no test expects is a defect: a test that wants one spies on the console itself and asserts it.
const seen: string[] = []

beforeEach(() => {
  seen.length = 0
  for (const level of ['warn', 'error'] as const)
    vi.spyOn(console, level).mockImplementation(
      (...args: unknown[]) => void seen.push(`console.${level}: ${args.map(String).join(' ')}`),
    )
})

afterEach(() => {
  vi.restoreAllMocks()
  if (seen.length) throw new Error(`unexpected output\n${seen.join('\n')}`)
})
