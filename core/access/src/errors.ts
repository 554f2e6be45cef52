import { defineErrors } from '@orrery/schema'

export const AccessError = defineErrors('AccessError', {
  ACCESS_DENIED: {
    status: 403,
    message: ({ subject, action, kind }: { subject: string; action: string; kind?: string }) =>
      `${subject} may not ${action}${kind === undefined ? '' : ` a ${kind}`}. Ask an administrator for a role that permits it.`,
  },
  SIGN_IN_NEEDED: {
    status: 401,
    message: () => 'Nobody is signed in, or the session has ended. Sign in and try again.',
  },
})
export type AccessError = InstanceType<typeof AccessError>
