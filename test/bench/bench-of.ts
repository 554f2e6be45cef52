import type { Page } from 'playwright-core'

/** Calls the functions that a page of the bench has put at `globalThis.bench`, by name. */
export function benchOf<Bench extends Record<keyof Bench, (...args: never[]) => unknown>>(page: Page) {
  return <Name extends keyof Bench & string>(name: Name, ...args: Parameters<Bench[Name]>) =>
    page.evaluate(
      ([task, given]) => {
        // The page's script has put it there, which no type says.
        const { bench } = globalThis as unknown as { bench: Record<string, (...args: unknown[]) => unknown> }
        return bench[task]!(...given)
      },
      [name, args] as [string, unknown[]],
      // The page's function of this name gives this.
    ) as Promise<Awaited<ReturnType<Bench[Name]>>>
}
