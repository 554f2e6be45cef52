import { describe } from 'vitest'
import { createMemoryStore, testResourceStore } from './testing/index.ts'

describe('the store in memory', () => testResourceStore(() => createMemoryStore()))
