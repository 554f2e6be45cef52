import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { corpus } from '../../plugins/datasource-prometheus/src/promql/corpus.fixture.ts'
import type { Expr } from '../../plugins/datasource-prometheus/src/promql/expr.ts'
import { addLabelFilters } from '../../plugins/datasource-prometheus/src/promql/filters.ts'
import { formatPromql } from '../../plugins/datasource-prometheus/src/promql/format.ts'
import { readPromql } from '../../plugins/datasource-prometheus/src/promql/read.ts'
import { writePromql } from '../../plugins/datasource-prometheus/src/promql/write.ts'
import { programs } from '../support/abilities.ts'
import { startPrometheus, type TestPrometheus } from '../support/prometheus.ts'

/** With all parentheses that the tree implies. */
function writeAll(expr: Expr): string {
  if (expr.kind === 'unary') return `(${expr.operator}(${writeAll(expr.expr)}))`
  if (expr.kind !== 'binary') return `(${writePromql(expr)})`
  return `(${writeAll(expr.left)} ${expr.operator} ${expr.isBool ? 'bool ' : ''}${writeAll(expr.right)})`
}
const operand = fc
  .tuple(fc.constantFrom('', '', '-', '+'), fc.constantFrom('2', '3', '0.5', 'time()', '(2 - 3)'))
  .map((parts) => parts.join(''))
const operator = fc.constantFrom('+', '-', '*', '/', '%', '^', 'atan2', '== bool', '> bool', '<= bool')
const calculation = fc
  .tuple(operand, fc.array(fc.tuple(operator, operand), { maxLength: 6 }))
  .map(([first, rest]) => [first, ...rest.flat()].join(' '))

describe.skipIf(!programs.prometheus || !programs['node-exporter'])('PromQL as Prometheus reads it', () => {
  let prometheus: TestPrometheus
  beforeAll(async () => (prometheus = await startPrometheus()))
  afterAll(() => prometheus?.remove())

  async function ask(path: string, params: Record<string, string>): Promise<unknown> {
    const answer = await fetch(`${prometheus.url}/api/v1/${path}`, {
      method: 'POST',
      body: new URLSearchParams(params),
    })
    return ((await answer.json()) as { data?: unknown }).data
  }
  const valueOf = (query: string) => ask('query', { query, time: '1000' })
  const formatted = (query: string) => ask('format_query', { query })

  it('computes what our tree says', async () => {
    await fc.assert(
      fc.asyncProperty(calculation, async (promql) => {
        const value = await valueOf(promql)
        expect(value).toBeDefined()
        expect(await valueOf(writeAll(readPromql(promql)))).toEqual(value)
        expect(await valueOf(writePromql(readPromql(promql)))).toEqual(value)
      }),
    )
  })

  // Variables have their values before Prometheus sees a query; it learned quoted names after the version of Debian.
  const known = corpus
    .filter((promql) => !/\{"|, "k8s/.test(promql))
    .map((promql) =>
      promql
        .replaceAll(/\$__\w+/g, '5m')
        .replaceAll('$limit', '5')
        .replaceAll('$metric', 'up'),
    )
  it.each(known)('takes %s laid out and filtered', async (promql) => {
    const said = await formatted(promql)
    expect(said).toBeDefined()
    expect(await formatted(formatPromql(promql, 30))).toBe(said)
    const filtered = addLabelFilters(promql, [{ key: 'zone', operator: 'oneOf', values: ['a"b', 'c.d'] }])
    expect(await formatted(filtered)).toContain('zone=~"')
  })
})
