import { defineErrors } from '@orrery/schema'

/** The coded errors of this package. */
export const FormatError = defineErrors('FormatError', {
  FORMAT_PATTERN_INVALID: {
    status: 400,
    message: ({ pattern, place, reason }: { pattern: string; place: string; reason: string }) =>
      `The pattern "${pattern}" of ${place} is not a regular expression: ${reason}. Correct the pattern.`,
  },
  FORMAT_EXPRESSION_INVALID: {
    status: 400,
    message: ({ expression, reason }: { expression: string; reason: string }) =>
      `The threshold "${expression}" cannot be calculated: ${reason}. Use numbers, variables of numbers, + - * / and parentheses.`,
  },
  FORMAT_LOCALE_UNKNOWN: {
    status: 400,
    message: ({ locale }: { locale: string }) =>
      `"${locale}" is not a language tag. Use a BCP 47 tag such as "en-US" or "de".`,
  },
  FORMAT_TIME_ZONE_UNKNOWN: {
    status: 400,
    message: ({ timeZone }: { timeZone: string }) =>
      `"${timeZone}" is not a time zone that this runtime knows. Use an IANA name such as "Europe/Berlin" or "UTC".`,
  },
})
