import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import type { StoreDialect } from './dialect.ts'

const first = ({ text, counter }: StoreDialect): Migration => ({
  // Migrations know the tables as they were then, not as `Tables` says today.
  up: async (db: Kysely<unknown>) => {
    const { schema } = db
    await schema
      .createTable('resources')
      .addColumn('namespace', text, (column) => column.notNull())
      .addColumn('kind', text, (column) => column.notNull())
      .addColumn('id', text, (column) => column.notNull())
      .addColumn('text', text, (column) => column.notNull())
      .addColumn('revision', text, (column) => column.notNull())
      .addColumn('change', 'bigint', (column) => column.notNull())
      .addColumn('createdAt', text, (column) => column.notNull())
      .addColumn('updatedAt', text, (column) => column.notNull())
      .addColumn('updatedBy', text, (column) => column.notNull())
      .addColumn('managedBy', text)
      .addColumn('folder', text)
      .addColumn('sort', text, (column) => column.notNull())
      .addPrimaryKeyConstraint('resources_key', ['namespace', 'kind', 'id'])
      .execute()
    await schema.createIndex('resources_sort').on('resources').columns(['namespace', 'kind', 'sort']).execute()
    await schema
      .createTable('changes')
      .addColumn('change', counter, (column) =>
        counter === 'integer' ? column.primaryKey().autoIncrement() : column.primaryKey(),
      )
      .addColumn('namespace', text, (column) => column.notNull())
      .addColumn('kind', text, (column) => column.notNull())
      .addColumn('id', text, (column) => column.notNull())
      .addColumn('action', text, (column) => column.notNull())
      .addColumn('revision', text, (column) => column.notNull())
      .addColumn('text', text)
      .addColumn('author', text, (column) => column.notNull())
      .addColumn('at', text, (column) => column.notNull())
      .addColumn('createdAt', text, (column) => column.notNull())
      .addColumn('managedBy', text)
      .execute()
    await schema.createIndex('changes_key').on('changes').columns(['namespace', 'kind', 'id', 'revision']).execute()
    await schema
      .createTable('refs')
      .addColumn('namespace', text, (column) => column.notNull())
      .addColumn('kind', text, (column) => column.notNull())
      .addColumn('id', text, (column) => column.notNull())
      .addColumn('path', text, (column) => column.notNull())
      .addColumn('toKind', text, (column) => column.notNull())
      .addColumn('toId', text, (column) => column.notNull())
      .addPrimaryKeyConstraint('refs_key', ['namespace', 'kind', 'id', 'path'])
      .execute()
    await schema.createIndex('refs_to').on('refs').columns(['namespace', 'toKind', 'toId']).execute()
    await schema
      .createTable('users')
      .addColumn('id', text, (column) => column.primaryKey())
      .addColumn('name', text, (column) => column.notNull())
      .addColumn('role', text, (column) => column.notNull())
      .addColumn('password', text, (column) => column.notNull())
      .addColumn('createdAt', text, (column) => column.notNull())
      .execute()
    await schema
      .createTable('sessions')
      .addColumn('hash', text, (column) => column.primaryKey())
      .addColumn('userId', text, (column) => column.notNull().references('users.id').onDelete('cascade'))
      .addColumn('createdAt', text, (column) => column.notNull())
      .addColumn('seenAt', text, (column) => column.notNull())
      .execute()
    await schema
      .createTable('secrets')
      .addColumn('id', text, (column) => column.primaryKey())
      .addColumn('namespace', text, (column) => column.notNull())
      .addColumn('kind', text, (column) => column.notNull())
      .addColumn('resourceId', text, (column) => column.notNull())
      .addColumn('path', text, (column) => column.notNull())
      .addColumn('sealed', text, (column) => column.notNull())
      .execute()
    await schema.createIndex('secrets_resource').on('secrets').columns(['namespace', 'kind', 'resourceId']).execute()
  },
})

const tokens: Migration = {
  up: async (db: Kysely<unknown>) => {
    await db.schema
      .createTable('tokens')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('hash', 'text', (column) => column.notNull().unique())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('role', 'text', (column) => column.notNull())
      .addColumn('createdBy', 'text', (column) => column.notNull())
      .addColumn('createdAt', 'text', (column) => column.notNull())
      .addColumn('expiresAt', 'text', (column) => column.notNull())
      .addColumn('usedAt', 'text')
      .execute()
  },
}

const search = ({ text }: StoreDialect): Migration => ({
  up: async (db: Kysely<unknown>) => {
    await db.schema
      .createTable('searched')
      .addColumn('namespace', text, (column) => column.notNull())
      .addColumn('kind', text, (column) => column.notNull())
      .addColumn('id', text, (column) => column.notNull())
      .addColumn('title', text, (column) => column.notNull())
      .addColumn('folder', text)
      .addColumn('sort', text, (column) => column.notNull())
      .addColumn('words', text, (column) => column.notNull())
      .addColumn('lowerWords', text, (column) => column.notNull())
      .addPrimaryKeyConstraint('searched_key', ['namespace', 'kind', 'id'])
      .execute()
  },
})

const messages = ({ text }: StoreDialect): Migration => ({
  up: async (db: Kysely<unknown>) => {
    await db.schema.alterTable('changes').addColumn('message', text).execute()
  },
})

const stars = ({ text }: StoreDialect): Migration => ({
  up: async (db: Kysely<unknown>) => {
    await db.schema
      .createTable('stars')
      .addColumn('subject', text, (column) => column.notNull())
      .addColumn('namespace', text, (column) => column.notNull())
      .addColumn('kind', text, (column) => column.notNull())
      .addColumn('id', text, (column) => column.notNull())
      .addPrimaryKeyConstraint('stars_key', ['subject', 'namespace', 'kind', 'id'])
      .execute()
  },
})

const emails = ({ text }: StoreDialect): Migration => ({
  up: async (db: Kysely<unknown>) => {
    await db.schema.alterTable('users').addColumn('email', text).execute()
  },
})

const annotations = ({ text }: StoreDialect): Migration => ({
  up: async (db: Kysely<unknown>) => {
    const { schema } = db
    await schema
      .createTable('annotations')
      .addColumn('id', text, (column) => column.primaryKey())
      .addColumn('namespace', text, (column) => column.notNull())
      .addColumn('dashboard', text)
      .addColumn('panel', text)
      .addColumn('time', 'bigint', (column) => column.notNull())
      .addColumn('timeEnd', 'bigint', (column) => column.notNull())
      .addColumn('text', text, (column) => column.notNull())
      .addColumn('createdBy', text, (column) => column.notNull())
      .addColumn('createdAt', text, (column) => column.notNull())
      .addColumn('updatedBy', text, (column) => column.notNull())
      .addColumn('updatedAt', text, (column) => column.notNull())
      .execute()
    await schema.createIndex('annotations_time').on('annotations').columns(['namespace', 'time', 'id']).execute()
    await schema
      .createIndex('annotations_dashboard')
      .on('annotations')
      .columns(['namespace', 'dashboard', 'time', 'id'])
      .execute()
    await schema
      .createTable('annotationTags')
      .addColumn('namespace', text, (column) => column.notNull())
      .addColumn('annotation', text, (column) => column.notNull().references('annotations.id').onDelete('cascade'))
      .addColumn('tag', text, (column) => column.notNull())
      .addPrimaryKeyConstraint('annotation_tags_key', ['annotation', 'tag'])
      .execute()
    await schema.createIndex('annotation_tags_tag').on('annotationTags').columns(['namespace', 'tag']).execute()
  },
})

/** In order; a released migration is never changed. */
export const createMigrations = (dialect: StoreDialect): Record<string, Migration> => ({
  '0001-first': first(dialect),
  '0002-tokens': tokens,
  '0003-search': search(dialect),
  '0004-messages': messages(dialect),
  '0005-stars': stars(dialect),
  '0006-emails': emails(dialect),
  '0007-annotations': annotations(dialect),
})
