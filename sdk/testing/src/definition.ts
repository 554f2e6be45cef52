import { check, validate, type TSchema } from '@orrery/sdk'
import { expect, it } from 'vitest'

interface Described {
  readonly id: string
  readonly title: string
  readonly options: TSchema
}

/** What every contribution keeps: a short id, a title, and schemas that a manifest can hold. */
export function testDefinition(contribution: Described, options: () => unknown) {
  it('has a short id and a title', () => {
    expect(contribution.id).toMatch(/^[a-z][a-z0-9-]*$/)
    expect(contribution.title).not.toBe('')
  })
  it('keeps its options schema through JSON', () => {
    const copy = JSON.parse(JSON.stringify(contribution.options)) as TSchema
    expect(validate(copy, options())).toEqual(validate(contribution.options, options()))
  })
  it('accepts its example options and refuses unknown ones', () => {
    expect(check(contribution.options, options(), 'the example options')).toEqual(options())
    expect(validate(contribution.options, { ...(options() as object), 'no such option': 1 }).ok).toBe(false)
  })
}
