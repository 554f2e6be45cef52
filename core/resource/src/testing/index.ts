export { createMemoryStore } from './memory-store.ts'
export { testResourceStore } from './store-suite.ts'
