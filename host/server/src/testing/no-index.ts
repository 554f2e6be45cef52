import type { ResourceIndex } from '../store/resource-store.ts'

/** For tests in which nothing refers to anything, and nothing is searched. */
export const noIndex: ResourceIndex = { referencesOf: () => [], wordsOf: () => [] }
