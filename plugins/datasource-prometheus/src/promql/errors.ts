import { defineErrors } from '@orrery/sdk'

/** What cannot be done with a PromQL text. */
export const PromqlError = defineErrors('PromqlError', {
  PROMQL_UNREADABLE: {
    status: 400,
    message: ({ position, found }: { position: number; found: string }) =>
      `The PromQL cannot be read from character ${position} on: ${found}. Correct it there.`,
  },
})
