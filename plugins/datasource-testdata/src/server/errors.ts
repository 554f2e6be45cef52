import { defineErrors } from '@orrery/sdk'

export const TestdataError = defineErrors('TestdataError', {
  TESTDATA_CSV_INVALID: {
    status: 400,
    message: ({ line, reason }: { line: number; reason: string }) =>
      `The CSV cannot be read at line ${line}: ${reason}. Correct the text of the query.`,
  },
  TESTDATA_VALUES_INVALID: {
    status: 400,
    message: ({ value, place }: { value: string; place: number }) =>
      `Value ${place} of the wave is "${value}". Write numbers, or null, with commas between them.`,
  },
  TESTDATA_REFUSED: {
    status: 400,
    message: () => 'The query was refused, as it asked to be. Choose another way to fail, or another kind of query.',
  },
  TESTDATA_BROKEN_OFF: {
    status: 422,
    message: () => 'The answer broke off after its first frame, as the query asked. Choose another kind of query.',
  },
  TESTDATA_OUTAGE: {
    status: 503,
    message: () => 'Nothing could be reached, as the query asked. Choose another kind of query.',
  },
})
