// @vitest-environment happy-dom
import { FieldConfig, FieldMatcher } from '@orrery/format'
import { Type, ui, validate } from '@orrery/sdk'
import type { TSchema } from '@orrery/schema'
import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { suggestionsKey, type Suggestions } from './form-context.ts'
import { countFound } from './form-search.ts'
import SchemaForm from './SchemaForm.vue'

enableAutoUnmount(afterEach)

const { thresholds, mappings, color, links, unit } = FieldConfig.properties

function show(schema: TSchema, value: unknown, options: { search?: string; suggest?: Suggestions } = {}) {
  const form = mount(SchemaForm, {
    props: {
      schema,
      modelValue: value,
      search: options.search ?? '',
      'onUpdate:modelValue': (next: unknown) => form.setProps({ modelValue: next }),
    },
    global: { provide: options.suggest ? { [suggestionsKey as symbol]: options.suggest } : {} },
    attachTo: document.body,
  })
  const labelled = (label: string) => form.find(`[aria-label="${label}"]`)
  const button = (text: string) =>
    form.findAll('button').find((one) => one.text() === text || one.attributes('aria-label') === text)!
  const choose = async (opener: { trigger: (event: string) => Promise<void> }, option: string) => {
    await opener.trigger('click')
    await flushPromises()
    const found = [...document.querySelectorAll<HTMLElement>('[role="option"]')].find(
      (one) => one.querySelector('.o-option-label')?.textContent === option,
    )
    found!.click()
    await flushPromises()
  }
  return { form, labelled, button, choose, value: () => form.props('modelValue') as unknown }
}

describe('thresholds', () => {
  const schema = Type.Object({ thresholds: Type.Optional(thresholds) })
  const steps = (value: unknown) => (value as { thresholds?: { steps: unknown[] } }).thresholds?.steps

  it('begin with a base and a step whose level has the focus', async () => {
    const { form, button, value } = show(schema, {})
    await button('Add a threshold').trigger('click')
    await flushPromises()
    expect(value()).toEqual({
      thresholds: { mode: 'absolute', steps: [{ color: 'green' }, { value: 80, color: 'red' }] },
    })
    expect(document.activeElement).toBe(form.findAll('.o-step input')[1]!.element)
  })

  it('take a number or what is calculated, and stand in order when it is typed', async () => {
    const { form, value } = show(schema, {
      thresholds: {
        mode: 'absolute',
        steps: [{ color: 'green' }, { value: 80, color: 'red' }, { value: 90, color: 'blue' }],
      },
    })
    const input = form.findAll<HTMLInputElement>('.o-step input')[2]!
    input.element.focus()
    await input.setValue('50')
    await flushPromises()
    expect(steps(value())).toEqual([{ color: 'green' }, { value: 50, color: 'blue' }, { value: 80, color: 'red' }])
    expect(form.findAll('.o-step input')[1]!.element).toBe(input.element)
    await input.setValue('${limit} * 0.8')
    await flushPromises()
    expect(steps(value())![2]).toEqual({ valueExpr: '${limit} * 0.8', color: 'blue' })
  })

  it('go one by one, and the focus goes to the next', async () => {
    const { form, button, value } = show(schema, {
      thresholds: { mode: 'absolute', steps: [{ color: 'green' }, { value: 80, color: 'red' }] },
    })
    await button('Remove the base').trigger('click')
    await flushPromises()
    expect(document.activeElement).toBe(form.find('.o-step button.o-icon-button').element)
    await button('Remove the step from 80').trigger('click')
    await flushPromises()
    expect(value()).toEqual({})
    expect(document.activeElement?.textContent).toContain('Add a threshold')
  })
})

describe('mappings', () => {
  const schema = Type.Object({ mappings: Type.Optional(mappings) })

  it('of all kinds are whole as soon as they are there', async () => {
    const { button, labelled, choose, value } = show(schema, {})
    await button('Add').trigger('click')
    for (const kind of ['Value', 'Range', 'Regular expression', 'Special value']) {
      await choose(labelled('Kind of mapping'), kind)
      expect(validate(schema, value())).toMatchObject({ ok: true })
    }
    expect(value()).toEqual({ mappings: [{ type: 'special', match: 'null' }] })
  })

  it('show a text, an icon and a colour for a range', async () => {
    const { form, labelled, value } = show(schema, { mappings: [{ type: 'range' }] })
    for (const [label, text] of Object.entries({ From: '1', To: '5', Text: 'low', Icon: 'flame' }))
      await labelled(label).setValue(text)
    await form.find('.o-mapped .o-color-swatch').trigger('click')
    await flushPromises()
    document.querySelector<HTMLElement>('.o-palette [aria-label="green"]')!.click()
    await flushPromises()
    expect(value()).toEqual({
      mappings: [{ type: 'range', from: 1, to: 5, text: 'low', icon: 'flame', color: 'green' }],
    })
    await labelled('To').setValue('')
    expect(value()).toMatchObject({ mappings: [expect.not.objectContaining({ to: 5 })] })
  })
})

it('shows palettes and schemes as pictures to choose from', async () => {
  const { form, value } = show(Type.Object({ color: Type.Optional(color) }), { color: { type: 'palette' } })
  const radios = form.findAll<HTMLInputElement>('input[type="radio"]')
  expect(radios.map((radio) => [radio.element.value, radio.element.checked])).toEqual([
    ['standard', true],
    ['colorblind', false],
    ['vivid', false],
    ['soft', false],
    ['earth', false],
  ])
  await radios[2]!.setValue(true)
  expect(value()).toEqual({ color: { type: 'palette', palette: 'vivid' } })
  expect(form.find('.o-picture-strip').attributes('style')).toContain('linear-gradient')
})

it('adds a link that is whole as soon as it is there', async () => {
  const schema = Type.Object({ links: Type.Optional(links) })
  const { button, value } = show(schema, {})
  await button('Add').trigger('click')
  expect(value()).toEqual({ links: [{ title: '', url: '' }] })
})

it('suggests the names that the page knows', async () => {
  const holder = Type.Object({ matcher: FieldMatcher })
  const asked: string[] = []
  const suggest: Suggestions = (widget) => {
    asked.push(widget)
    return [{ value: 'cpu', label: 'cpu' }]
  }
  const { form, choose, value } = show(holder, { matcher: { type: 'numeric' } }, { suggest })
  await choose(form.find('.o-select'), 'Field with name')
  expect(value()).toEqual({ matcher: { type: 'byName', name: '' } })
  const input = form.find('input[role="combobox"]')
  await input.trigger('keydown', { key: 'ArrowDown' })
  await flushPromises()
  document.querySelector<HTMLElement>('[role="option"]')!.click()
  await flushPromises()
  expect([asked[0], value()]).toEqual(['fieldName', { matcher: { type: 'byName', name: 'cpu' } }])
})

describe('names of fields', () => {
  const schema = Type.Object({ by: Type.Array(Type.String(), { title: 'By', ...ui({ widget: 'fields' }) }) })
  const suggest = () => ['host', 'job', 'value'].map((name) => ({ value: name, label: name }))

  it('are chosen of those that are there, or typed', async () => {
    const { form, button, value } = show(schema, { by: ['host'] }, { suggest })
    const input = form.find('input')
    await input.trigger('click')
    await flushPromises()
    const offered = () => [...document.querySelectorAll('[role="option"]')].map((one) => one.textContent)
    expect(offered()).toEqual(['job', 'value'])
    await input.setValue('jo')
    await input.trigger('keydown', { key: 'ArrowDown' })
    await input.trigger('keydown', { key: 'Enter' })
    expect(value()).toEqual({ by: ['host', 'job'] })
    await input.setValue('absent')
    await input.trigger('keydown', { key: 'Enter' })
    expect(value()).toEqual({ by: ['host', 'job', 'absent'] })
    await button('Remove host').trigger('click')
    await input.trigger('keydown', { key: 'Backspace' })
    expect(value()).toEqual({ by: ['job'] })
  })
})

describe('search', () => {
  const schema = Type.Object({
    unit,
    thresholds: Type.Optional(thresholds),
    level: Type.Optional(Type.Object({ low: Type.Optional(Type.Number({ title: 'Lowest level' })) })),
  })

  it('shows the fields whose title, description or content it finds, whole', () => {
    const titles = (search: string) =>
      show(schema, {}, { search })
        .form.findAll('label, legend')
        .map((title) => title.text())
    expect([titles('unit'), titles('PERCENT min'), titles('lowest level'), titles('nothing')]).toEqual([
      ['Unit'],
      ['Thresholds'],
      ['Level', 'Lowest level'],
      [],
    ])
  })

  it('counts what is shown', () => {
    expect([countFound(schema, '', {}), countFound(schema, 'unit', {}), countFound(schema, 'x y', {})]).toEqual([
      3, 1, 0,
    ])
  })
})
