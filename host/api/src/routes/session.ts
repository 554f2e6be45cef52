import { defineRoute } from '../route.ts'
import { NewUser, Session, Setup, SignIn, User } from '../session.ts'

const tag = 'Session'
const path = '/api/v1/session'

/** Who asks, and how people come in. */
export const sessionRoutes = {
  getSession: defineRoute({
    method: 'GET',
    path,
    summary: 'Who is signed in, and what a client must know first',
    tag,
    access: 'open',
    answers: { 200: Session },
  }),
  signIn: defineRoute({
    method: 'POST',
    path,
    summary: 'Sign in',
    description: 'The answer sets the cookie of the session. Failed attempts are limited by name and by address.',
    tag,
    access: 'open',
    body: SignIn,
    answers: { 200: Session },
  }),
  signOut: defineRoute({
    method: 'DELETE',
    path,
    summary: 'Sign out',
    tag,
    access: 'open',
    answers: { 200: Session },
  }),
  setUp: defineRoute({
    method: 'POST',
    path: '/api/v1/setup',
    summary: 'Make the first admin, with the token of the one-time link',
    tag,
    access: 'open',
    body: Setup,
    answers: { 201: Session },
  }),
  addUser: defineRoute({
    method: 'POST',
    path: '/api/v1/users',
    summary: 'Add a person',
    tag,
    access: { action: 'people:manage' },
    body: NewUser,
    answers: { 201: User },
  }),
}
