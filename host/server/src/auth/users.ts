import type { Role, Subject } from '@orrery/access'
import type { Kysely } from 'kysely'
import { ServerError } from '../errors.ts'
import type { Tables } from '../store/tables.ts'
import { hashPassword, verifyPassword } from './password.ts'

export interface Credentials {
  readonly name: string
  readonly password: string
}

/** The people of this host. Names differ by more than case. */
export interface Users {
  readonly isEmpty: () => Promise<boolean>
  /** USER_EXISTS when the name is taken. */
  readonly add: (credentials: Credentials, role: Role) => Promise<Subject>
  /** The user with this name and password. */
  readonly find: (credentials: Credentials) => Promise<Subject | undefined>
}

const idOf = (name: string) => `user:${name.toLowerCase()}`

export function createUsers(db: Kysely<Tables>): Users {
  return {
    isEmpty: async () => !(await db.selectFrom('users').select('id').limit(1).executeTakeFirst()),
    add: async ({ name, password }, role) => {
      const id = idOf(name)
      const row = { id, name, role, password: await hashPassword(password), createdAt: new Date().toISOString() }
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('users')
        .values(row)
        .onConflict((conflict) => conflict.column('id').doNothing())
        .executeTakeFirstOrThrow()
      if (!numInsertedOrUpdatedRows) throw new ServerError('USER_EXISTS', { name })
      return { id, name, role }
    },
    find: async ({ name, password }) => {
      const row = await db.selectFrom('users').selectAll().where('id', '=', idOf(name)).executeTakeFirst()
      const right = await verifyPassword(password, row?.password)
      return row && right ? { id: row.id, name: row.name, role: row.role } : undefined
    },
  }
}
