import { expect, it } from 'vitest'
import { isInScope } from './annotation-spec.ts'

it('shows annotations in the panels of their scope, and in all without one', () => {
  const shown = (scope: Parameters<typeof isInScope>[0]) => ['cpu', 'memory'].filter((panel) => isInScope(scope, panel))
  expect([undefined, { include: ['cpu', 'gone'] }, { exclude: ['cpu', 'gone'] }].map(shown)).toEqual([
    ['cpu', 'memory'],
    ['cpu'],
    ['memory'],
  ])
})
