import { expect, it } from 'vitest'
import { CodedError, defineErrors, isCodedError } from './index.ts'

const BoxError = defineErrors('BoxError', {
  BOX_FULL: { status: 409, message: ({ box }: { box: string }) => `Box ${box} is full. Empty it first.` },
})

it('an error has code, status, params, message and cause', () => {
  const cause = new Error('no room')
  const error = new BoxError('BOX_FULL', { box: 'a' }, { cause })
  expect(error).toBeInstanceOf(CodedError)
  expect(error).toMatchObject({
    name: 'BoxError',
    code: 'BOX_FULL',
    status: 409,
    params: { box: 'a' },
    message: 'Box a is full. Empty it first.',
    cause,
  })
  expect(isCodedError(error)).toBe(true)
  expect(isCodedError(cause)).toBe(false)
})

it('codes and params are checked by the compiler', () => {
  // @ts-expect-error the param is missing
  expect(new BoxError('BOX_FULL', {}).message).toBe('Box undefined is full. Empty it first.')
  // @ts-expect-error no such code
  expect(() => new BoxError('BOX_EMPTY', { box: 'a' })).toThrow(TypeError)
})
