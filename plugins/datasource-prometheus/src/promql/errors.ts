import { defineErrors } from '@orrery/sdk'

/** What cannot be done with a PromQL text. */
export const PromqlError = defineErrors('PromqlError', {
  PROMQL_UNREADABLE: {
    status: 400,
    message: ({ from, found }: { from: number; found: string }) =>
      `The PromQL cannot be read from character ${from + 1} on: ${found}. Correct it there.`,
  },
})
