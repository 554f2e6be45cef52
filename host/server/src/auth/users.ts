import type { Role, Subject } from '@orrery/access'
import type { Kysely } from 'kysely'
import { ServerError } from '../errors.ts'
import type { Tables, UserTable } from '../store/tables.ts'
import { hashPassword, verifyPassword } from './password.ts'

export interface Credentials {
  readonly name: string
  readonly password: string
}

export interface NewPerson extends Credentials {
  readonly email?: string
}

/** The people of this host. Names differ by more than case. */
export interface Users {
  readonly isEmpty: () => Promise<boolean>
  /** USER_EXISTS when the name is taken. */
  readonly add: (person: NewPerson, role: Role) => Promise<Subject>
  /** The user with this name and password. */
  readonly find: (credentials: Credentials) => Promise<Subject | undefined>
}

const idOf = (name: string) => `user:${name.toLowerCase()}`

/** A person as others see them. Whoever signs in with an address has that one, where no other is known. */
export function toSubject({ id, name, role, email }: Pick<UserTable, 'id' | 'name' | 'role' | 'email'>): Subject {
  const address = email ?? (name.includes('@') ? name : undefined)
  return { id, name, role, ...(address !== undefined && { email: address }) }
}

export function createUsers(db: Kysely<Tables>): Users {
  return {
    isEmpty: async () => !(await db.selectFrom('users').select('id').limit(1).executeTakeFirst()),
    add: async ({ name, password, email = null }, role) => {
      const createdAt = new Date().toISOString()
      const row = { id: idOf(name), name, role, password: await hashPassword(password), createdAt, email }
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('users')
        .values(row)
        .onConflict((conflict) => conflict.column('id').doNothing())
        .executeTakeFirstOrThrow()
      if (!numInsertedOrUpdatedRows) throw new ServerError('USER_EXISTS', { name })
      return toSubject(row)
    },
    find: async ({ name, password }) => {
      const row = await db.selectFrom('users').selectAll().where('id', '=', idOf(name)).executeTakeFirst()
      const right = await verifyPassword(password, row?.password)
      return row && right ? toSubject(row) : undefined
    },
  }
}
