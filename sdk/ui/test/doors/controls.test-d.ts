import {
  OButton,
  OIconButton,
  OSelect,
  SchemaForm,
  useToasts,
  type SelectOption,
  type TimeChartSeries,
} from '@orrery/ui'
import { Type } from '@orrery/sdk'
import { h } from 'vue'

const options: SelectOption<'a' | 'b'>[] = [{ value: 'a', label: 'A' }]
h(OSelect<'a' | 'b'>, { options, modelValue: 'b' })
// @ts-expect-error c is no option
h(OSelect<'a' | 'b'>, { options, modelValue: 'c' })
// @ts-expect-error an option has a label
h(OSelect<number>, { options: [{ value: 1, title: 'One' }] })

h(OButton, { variant: 'primary' })
// @ts-expect-error there is no such variant
h(OButton, { variant: 'huge' })
// @ts-expect-error a button without text needs a name
h(OIconButton, { icon: 'x' })

h(SchemaForm<{ a: string }>, { schema: Type.Object({ a: Type.String() }), modelValue: { a: '' } })
// @ts-expect-error a form edits a value
h(SchemaForm<{ a: string }>, { schema: Type.Object({ a: Type.String() }) })

useToasts().show('Saved', { kind: 'ok' })()
// @ts-expect-error there is no such kind
useToasts().show('Saved', { kind: 'loud' })

// @ts-expect-error values are a column of numbers, not a list
export const series: TimeChartSeries = { name: 'a', color: 'red', times: new Float64Array(1), values: [1] }
