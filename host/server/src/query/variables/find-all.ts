import { createContext, Script } from 'node:vm'
import type { FindAll, Found } from '@orrery/dashboard'
import { ServerError } from '../../errors.ts'

const TIMEOUT_MS = 250

// Only texts go in and come out; the engine ends a script in the middle of an expression, which nothing else can.
const script = new Script(`
  const expression = new RegExp(pattern, 'u')
  JSON.stringify(JSON.parse(texts).map((text) => {
    const found = expression.exec(text)
    return found && { match: found[0], first: found[1], value: found.groups?.value, text: found.groups?.text }
  }))
`)

/**
 * Holds a pattern of an author against texts, for a quarter of a second at most: PATTERN_INVALID for one that is none, or
 * that takes longer. The host already ends most backtracking early; this bounds what look-around and back-references do.
 */
export const findAll: FindAll = (pattern, texts) => {
  try {
    const context = createContext({ pattern, texts: JSON.stringify(texts) })
    const found = JSON.parse(
      script.runInContext(context, { timeout: TIMEOUT_MS }) as string,
    ) as readonly (Found | null)[]
    return found.map((each) => each ?? undefined)
  } catch (error) {
    const reason =
      error instanceof Error && error.message.includes('timed out') ? 'it takes too long' : 'it is not valid'
    throw new ServerError('PATTERN_INVALID', { pattern, reason }, { cause: error })
  }
}

/** Whether a pattern matches the whole of a text; bounded as {@link findAll}. */
export const matchesWhole = (pattern: string, text: string): boolean =>
  findAll(`^(?:${pattern})$`, [text])[0] !== undefined
