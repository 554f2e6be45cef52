import { expect, it } from 'vitest'
import { parseTraceparent, toTraceHeaders, traceIdOf } from './trace-context.ts'

const id = '4bf92f3577b34da6a3ce929d0e0e4736'
const traceparent = `00-${id}-00f067aa0ba902b7-01`
const bad = [undefined, 'x', `00-${'0'.repeat(32)}-00f067aa0ba902b7-01`, `00-${id}-${'0'.repeat(16)}-01`]

it('takes the trace id of the caller only when it is one', () => {
  expect(traceIdOf(traceparent)).toBe(id)
  for (const header of bad) expect(traceIdOf(header)).toMatch(/^(?!0{32})[0-9a-f]{32}$/)
})

it('carries a trace on as it came', () => {
  const context = parseTraceparent(traceparent, 'acme=1,other=2')!
  expect(toTraceHeaders(context)).toEqual({ traceparent, tracestate: 'acme=1,other=2' })
  for (const header of bad) expect(parseTraceparent(header)).toBeUndefined()
})

it('carries nothing on where nothing is traced', () => {
  expect(toTraceHeaders({ traceId: '0'.repeat(32), spanId: '0'.repeat(16), traceFlags: 0 })).toEqual({})
})
