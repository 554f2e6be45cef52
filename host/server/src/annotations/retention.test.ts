import { expect, it, onTestFinished } from 'vitest'
import { openDatabase } from '../store/database.ts'
import { createAnnotationStore } from './annotation-store.ts'

const DAY = 86_400_000

it('forgets what nobody has written for so many days, whenever it happened', async () => {
  const database = await openDatabase()
  onTestFinished(database.close)
  let now = 100 * DAY
  const annotations = createAnnotationStore(database, () => new Date(now))
  const old = await annotations.add('default', { time: 1, text: 'old', tags: ['x'] }, 'user:ada')
  const kept = await annotations.add('default', { time: 2, text: 'kept' }, 'user:ada')
  now += 10 * DAY
  await annotations.replace('default', kept.id, { time: 2, text: 'kept' }, 'user:bob')
  await annotations.purge(10)
  expect((await annotations.list('default', {})).items).toHaveLength(2)
  now += 1
  await annotations.purge(10)
  expect(await annotations.get('default', old.id)).toBeUndefined()
  expect((await annotations.list('default', {})).items.map(({ text }) => text)).toEqual(['kept'])
  expect(await annotations.countTags('default')).toEqual([])
})
