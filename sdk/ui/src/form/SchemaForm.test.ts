// @vitest-environment happy-dom
import { Choice, Secret, Type, ui, Variants, type Problem } from '@orrery/sdk'
import { Ref, type TSchema } from '@orrery/schema'
import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { refOptionsKey, type RefOptions } from './form-context.ts'
import SchemaForm from './SchemaForm.vue'

enableAutoUnmount(afterEach)

function show(schema: TSchema, value: unknown, options: { problems?: Problem[]; refs?: RefOptions } = {}) {
  const form = mount(SchemaForm, {
    props: {
      schema,
      modelValue: value,
      problems: options.problems ?? [],
      'onUpdate:modelValue': (next: unknown) => form.setProps({ modelValue: next }),
    },
    global: { provide: options.refs ? { [refOptionsKey as symbol]: options.refs } : {} },
    attachTo: document.body,
  })
  const labelled = (text: string) => {
    const label = form.findAll('label').find((one) => one.text().replace(/\*$/, '') === text)
    return form.find(`[id="${label?.attributes('for')}"]`)
  }
  const button = (text: string) =>
    form.findAll('button').find((one) => one.text() === text || one.attributes('aria-label') === text)!
  const choose = async (field: string, option: string) => {
    await labelled(field).trigger('click')
    await flushPromises()
    const found = [...document.querySelectorAll<HTMLElement>('[role="option"]')].find(
      (one) => one.querySelector('.o-option-label')?.textContent === option,
    )
    found!.click()
    await flushPromises()
  }
  return { form, labelled, button, choose, value: () => form.props('modelValue') as unknown }
}

describe('fields', () => {
  const schema = Type.Object({
    name: Type.String({ title: 'Name', description: 'As others see it.' }),
    note: Type.Optional(Type.String({ title: 'Note', default: 'none' })),
    size: Type.Optional(Type.Integer({ title: 'Size', minimum: 1 })),
    on: Type.Optional(Type.Boolean({ title: 'On', default: true })),
  })

  it('edits texts, numbers and switches by copies of the value', async () => {
    const before = Object.freeze({ name: 'a' })
    const { labelled, value } = show(schema, before)
    await labelled('Name').setValue('b')
    await labelled('Size').setValue('3')
    await labelled('On').trigger('click')
    expect([before, value()]).toEqual([{ name: 'a' }, { name: 'b', size: 3, on: false }])
  })

  it('takes an optional value away when it is emptied, and leaves a required one empty', async () => {
    const { labelled, value } = show(schema, { name: 'a', note: 'b', size: 2 })
    for (const field of ['Name', 'Note', 'Size']) await labelled(field).setValue('')
    expect(value()).toEqual({ name: '' })
  })

  it('shows defaults without storing them', () => {
    const { labelled, value } = show(schema, { name: 'a' })
    expect(labelled('Note').attributes('placeholder')).toBe('none')
    expect(labelled('On').attributes('aria-checked')).toBe('true')
    expect(value()).toEqual({ name: 'a' })
  })

  it('ties a problem and the description to their control', () => {
    const { form, labelled } = show(
      schema,
      {},
      { problems: [{ path: '/name', message: 'is missing', keyword: 'required' }] },
    )
    const {
      'aria-describedby': ids,
      'aria-invalid': invalid,
      'aria-required': required,
    } = labelled('Name').attributes()
    const texts = ids!.split(' ').map((id) => form.find(`[id="${id}"]`).text())
    expect([texts, invalid, required]).toEqual([['As others see it.', 'is missing'], 'true', 'true'])
    expect(labelled('Note').attributes('aria-invalid')).toBeUndefined()
  })
})

it('shows a field while its sibling has the value that it asks for', async () => {
  const schema = Type.Object({
    mode: Choice({ off: 'Off', on: 'On' }, { title: 'Mode', default: 'on' }),
    level: Type.Optional(Type.Number({ title: 'Level', ...ui({ showIf: { mode: 'on' } }) })),
  })
  const { labelled, choose } = show(schema, {})
  expect(labelled('Level').exists()).toBe(true)
  await choose('Mode', 'Off')
  expect(labelled('Level').exists()).toBe(false)
})

describe('variants', () => {
  const Auth = Variants(
    [
      Type.Object(
        { type: Type.Literal('basic'), user: Type.String({ title: 'User' }), realm: Type.String({ title: 'Realm' }) },
        { title: 'Basic' },
      ),
      Type.Object(
        {
          type: Type.Literal('token'),
          user: Type.String({ title: 'User' }),
          age: Type.Number({ title: 'Age', default: 5 }),
        },
        { title: 'Token' },
      ),
    ],
    { title: 'Sign-in' },
  )

  it('keeps what two variants have in common, and begins the rest from its defaults', async () => {
    const { choose, value } = show(Type.Object({ auth: Auth }), { auth: { type: 'basic', user: 'ada', realm: 'r' } })
    await choose('Sign-in', 'Token')
    expect(value()).toEqual({ auth: { type: 'token', user: 'ada', age: 5 } })
  })

  it('may be the whole form', async () => {
    const { choose, labelled, value } = show(Auth, { type: 'basic', user: '', realm: '' })
    await choose('Sign-in', 'Token')
    await labelled('User').setValue('ada')
    expect(value()).toEqual({ type: 'token', user: 'ada', age: 5 })
  })

  it('goes when it is optional', async () => {
    const { choose, value } = show(Type.Object({ auth: Type.Optional(Auth) }), { auth: { type: 'basic' } })
    await choose('Sign-in', 'Not set')
    expect(value()).toEqual({})
  })
})

describe('lists', () => {
  const schema = Type.Object({
    steps: Type.Array(Type.Object({ at: Type.Number({ title: 'At' }) }), { title: 'Steps' }),
  })

  it('adds, moves and removes entries, and keeps their controls', async () => {
    const { form, button, labelled, value } = show(schema, { steps: [{ at: 1 }, { at: 2 }] })
    const first = form.find('input').element
    await button('Move down').trigger('click')
    expect(form.findAll('input')[1]!.element).toBe(first)
    await button('Add').trigger('click')
    await flushPromises()
    expect(document.activeElement).toBe(form.findAll('input')[2]!.element)
    await button('Remove').trigger('click')
    expect(value()).toEqual({ steps: [{ at: 1 }, {}] })
    expect(labelled('At').exists()).toBe(true)
  })

  it('shows the problem of an entry at the entry', () => {
    const problems = [{ path: '/steps/1/at', message: 'is missing', keyword: 'required' }]
    const { form } = show(schema, { steps: [{ at: 1 }, {}] }, { problems })
    expect(form.findAll('input').map((input) => input.attributes('aria-invalid'))).toEqual([undefined, 'true'])
  })

  it('adds a choice that is not there yet', async () => {
    const values = Type.Array(Choice({ last: 'Last', max: 'Max' }, { title: 'Value' }), { title: 'Values' })
    const { button, value } = show(Type.Object({ values }), { values: ['last'] })
    await button('Add').trigger('click')
    expect(value()).toEqual({ values: ['last', 'max'] })
  })
})

it('renames the keys of a record, but not to one that is taken', async () => {
  const schema = Type.Object({ labels: Type.Record(Type.String(), Type.String()) })
  const { form, value } = show(schema, { labels: { a: '1', b: '2' } })
  await form.find('[aria-label="Name"]').setValue('c')
  await form.findAll('[aria-label="Name"]')[1]!.setValue('c')
  expect(value()).toEqual({ labels: { c: '1', b: '2' } })
})

it('never shows a stored secret, replaces it, and goes back to it', async () => {
  const schema = Type.Object({ token: Secret({ title: 'Token' }) })
  const { labelled, button, value } = show(schema, { token: { $secret: 's1' } })
  expect(labelled('Token').attributes('readonly')).toBeDefined()
  await button('Replace').trigger('click')
  await flushPromises()
  await labelled('Token').setValue('new')
  expect([labelled('Token').attributes('type'), value()]).toEqual(['password', { token: 'new' }])
  await button('Keep the stored one').trigger('click')
  expect(value()).toEqual({ token: { $secret: 's1' } })
})

it('offers the resources that a reference can name', async () => {
  const schema = Type.Object({ source: Ref('datasource', { title: 'Source' }) })
  const refs: RefOptions = async (kind) => [{ value: 'd1', label: `First ${kind}` }]
  const { choose, value } = show(schema, {}, { refs })
  await flushPromises()
  await choose('Source', 'First datasource')
  expect(value()).toEqual({ source: 'd1' })
})

it('drops an optional object when its last value goes', async () => {
  const schema = Type.Object({
    axis: Type.Optional(Type.Object({ label: Type.Optional(Type.String({ title: 'Label' })) })),
  })
  const { labelled, value } = show(schema, { axis: { label: 'x' } })
  await labelled('Label').setValue('')
  expect(value()).toEqual({})
})

it('edits by its type what names a widget that is not here', async () => {
  const schema = Type.Object({ expr: Type.String({ title: 'Expr', ...ui({ widget: 'dials' }) }) })
  const { labelled, value } = show(schema, {})
  await labelled('Expr').setValue('up')
  expect(value()).toEqual({ expr: 'up' })
})

it('tells problems that no field stands for above them', async () => {
  const schema = Type.Object({
    a: Type.Object({ b: Type.String() }),
    auth: Variants([Type.Object({ type: Type.Literal('basic'), user: Type.String() })]),
    level: Type.Number(ui({ showIf: { mode: 'on' } })),
    mode: Type.String(),
  })
  const problems = ['', '/old', '/a/b', '/a/c', '/auth/user', '/auth/old', '/level'].map((path) => ({
    path,
    message: 'is wrong',
    keyword: 'not',
  }))
  const { form, labelled } = show(schema, { auth: { type: 'basic' } }, { problems })
  const told = () => form.findAll('[role="alert"]').map((alert) => alert.text())
  await flushPromises()
  expect(told()).toEqual(['is wrong', 'old is wrong', 'a/c is wrong', 'auth/old is wrong', 'level is wrong'])
  await labelled('Mode').setValue('on')
  expect(told()).toEqual(['is wrong', 'old is wrong', 'a/c is wrong', 'auth/old is wrong'])
})
