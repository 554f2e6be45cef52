// Writes resources into the store of a folder as fast as it can, many at once, and says each that is acknowledged.
import { writeSync } from 'node:fs'
import { openDatabase } from '../store/database.ts'
import { createResourceStore } from '../store/resource-store.ts'
import { noIndex } from './no-index.ts'

const [folder = '', prefix = '', count = '0'] = process.argv.slice(2)
const store = createResourceStore(await openDatabase({ folder }), noIndex)
writeSync(1, 'ready\n')
await Promise.all(
  Array.from({ length: Number(count) }, async (_, i) => {
    const id = `${prefix}-${i}`
    const resource = {
      apiVersion: 'orrery.dev/v1',
      kind: 'note',
      namespace: 'default',
      id,
      metadata: { title: id },
      spec: { text: 'x'.repeat(i) },
    }
    await store.put(resource, { author: 'user:ada', ifMatch: undefined })
    writeSync(1, `${id}\n`)
  }),
)
