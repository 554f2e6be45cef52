import { createMemoryStore, testResourceStore } from './testing/index.ts'

testResourceStore(() => createMemoryStore())
