import { CodedError, isCodedError } from '@orrery/sdk'
import { problemText } from '../locales/problem-text.ts'
import { t } from '../text.ts'
import type { PanelProblem } from './panel-data.ts'

/** The host has sent nothing for this long. */
export const silent = (seconds: number) => {
  const message = t('The host has sent nothing for {seconds} s. It is asked again; if it stays so, check the host.', {
    seconds,
  })
  return new CodedError('HostError', 'HOST_SILENT', 504, message, { seconds })
}

/** Failures of the way to the host, which may pass by themselves. */
export const isPassing = (error: unknown) =>
  isCodedError(error) &&
  (error.code === 'HOST_UNREACHABLE' || error.code === 'WIRE_TRUNCATED' || error.status === 429 || error.status >= 500)

export const toProblem = (error: unknown): PanelProblem =>
  isCodedError(error)
    ? { code: error.code, detail: problemText({ ...error, detail: error.message }), params: error.params }
    : {
        code: 'ANSWER_UNREADABLE',
        detail: t('The answer could not be read: {reason}. Refresh; if it stays so, report it.', {
          reason: String(error),
        }),
        params: {},
      }
