import { defineErrors } from './errors.ts'
import type { Problem } from './problem.ts'

const SHOWN = 3

const describe = (problems: readonly Problem[]) => {
  const shown = problems.slice(0, SHOWN).map(({ path, message }) => `${path || 'the value'} ${message}`)
  const more = problems.length - shown.length
  return `${shown.join('; ')}${more > 0 ? `; and ${more} more` : ''}`
}

/** The coded errors of this package. */
export const SchemaError = defineErrors('SchemaError', {
  SCHEMA_INVALID: {
    status: 400,
    message: ({ subject, problems }: { subject: string; problems: readonly Problem[] }) =>
      `${subject} cannot be used: ${describe(problems)}. Correct ${problems.length === 1 ? 'this' : 'these'} and try again.`,
  },
})
