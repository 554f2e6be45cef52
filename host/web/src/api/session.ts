import { Session } from '@orrery/api'
import { shallowReactive } from 'vue'
import { requestJson } from './client.ts'

/** Who is signed in, and what the host is. Filled by {@link loadSession} before the first page is drawn. */
export const session = shallowReactive<Session>({
  setup: false,
  password: true,
  demo: false,
  brand: { name: '' },
  namespace: 'default',
  version: '',
})

/** Whether whoever uses this page has no name, and can come in under one. */
export const mayEnter = () => session.user?.via === 'anonymous' && session.password

export type User = NonNullable<Session['user']>

function take(answer: Session) {
  if (!answer.user) delete session.user
  Object.assign(session, answer)
}

export const loadSession = async () => take(await requestJson(Session, '/api/v1/session'))

export const signIn = async (name: string, password: string) =>
  take(await requestJson(Session, '/api/v1/session', { method: 'POST', body: { name, password } }))

/** Whether the host knows the person who uses this page. */
export const isStillSignedIn = async () => (await requestJson(Session, '/api/v1/session')).user?.id === session.user?.id

export const createFirstUser = async (token: string, name: string, password: string) =>
  take(await requestJson(Session, '/api/v1/setup', { method: 'POST', body: { token, name, password } }))

export const signOut = async () => take(await requestJson(Session, '/api/v1/session', { method: 'DELETE' }))
