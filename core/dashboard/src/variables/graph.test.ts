import { describe, expect, it } from 'vitest'
import type { Variable, VariableOption } from '../variable.ts'
import { createVariableGraph, type VariableRequest } from './graph.ts'
import { circularVariables, scopedVariables, variablesWithin } from './scope.ts'

const range = { from: 0, to: 3_600_000 }
const query = (name: string, asks: string, extra: object = {}): Variable => ({
  type: 'query',
  name,
  datasource: 'd',
  query: { expr: asks },
  ...extra,
})

/** A host that keeps what it is asked until the test answers. */
function createHost(spec: Parameters<typeof createVariableGraph>[0]['spec'], wanted = {}) {
  const asked: (VariableRequest & { answer: (options: readonly string[]) => void; fail: (error: Error) => void })[] = []
  const graph = createVariableGraph({
    spec,
    wanted,
    range,
    load: (request) =>
      new Promise<readonly VariableOption[]>((resolve, reject) => {
        const answer = (options: readonly string[]) => resolve(options.map((value) => ({ value })))
        asked.push({ ...request, answer, fail: reject })
      }),
    onChange: () => {},
  })
  /** Answers what is open, until nothing is asked any more; tells the keys in their order. */
  const answerAll = async (optionsOf: (request: VariableRequest) => readonly string[]) => {
    const answered: string[] = []
    for (;;) {
      const open = asked.splice(0).filter(({ signal }) => !signal.aborted)
      if (open.length === 0) return answered
      for (const request of open) {
        answered.push(request.key)
        request.answer(optionsOf(request))
      }
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
  return { graph, asked, answerAll, value: (key: string) => graph.state(key)!.value }
}

const layout = { type: 'grid' as const, items: [] }
const chain = Array.from({ length: 40 }, (_, i) => query(`v${i}`, i === 0 ? 'all' : `of $v${i - 1}`))
const names = chain.map(({ name }) => name)

describe('a chain of forty variables', () => {
  it('asks for each once, in order, and each when the one before stands', async () => {
    const host = createHost({ variables: chain.toReversed(), layout })
    expect(host.asked).toHaveLength(1)
    expect(await host.answerAll(({ key }) => [`${key} a`, `${key} b`])).toEqual(names)
    expect(host.value('v39')).toBe('v39 a')
  })

  it('asks for each of those below once after a change, and for no other', async () => {
    const host = createHost({ variables: chain, layout })
    await host.answerAll(({ key }) => [`${key} a`, `${key} b`])
    host.graph.choose({ v10: 'v10 b' })
    const optionsAfter = ({ key, values }: VariableRequest) => [`${key} of ${Object.values(values).at(-1)}`]
    expect(await host.answerAll(optionsAfter)).toEqual(names.slice(11))
    expect(host.value('v11')).toBe('v11 of v10 b')
  })

  it('stops where a change changes nothing', async () => {
    const host = createHost({ variables: chain, layout })
    await host.answerAll(({ key }) => [`${key} a`, `${key} b`])
    host.graph.choose({ v10: 'v10 b' })
    expect(await host.answerAll(({ key }) => [`${key} a`])).toEqual(['v11'])
  })

  it('aborts what is asked for in vain', async () => {
    const host = createHost({ variables: chain, layout })
    await host.answerAll(({ key }) => [`${key} a`, `${key} b`])
    host.graph.choose({ v0: 'v0 b' })
    const [stale] = host.asked
    host.graph.choose({ v0: 'v0 a' })
    expect([stale!.key, stale!.signal.aborted]).toEqual(['v1', true])
  })
})

describe('a graph', () => {
  const variables = [
    query('job', 'jobs'),
    query('instance', 'of $job'),
    query('other', 'others', { refresh: 'range' }),
    { type: 'text', name: 'find', default: '' } as const,
  ]
  const at = variablesWithin({ variables, layout }, [])

  it('stands for those who need no more', async () => {
    const host = createHost({ variables, layout })
    expect([host.graph.isSettled(at, ['find']), host.graph.isSettled(at, ['find', 'job'])]).toEqual([true, false])
    await host.answerAll(() => ['a'])
    expect(host.graph.isSettled(at, at.keys())).toBe(true)
    expect(host.graph.valuesFor(at, ['instance'])).toEqual({ job: 'a', instance: 'a' })
  })

  it('takes what is wanted when it is offered, and the first where it is offered no longer', async () => {
    const host = createHost({ variables, layout }, { job: 'b', instance: 'b2' })
    await host.answerAll(({ key, values }) =>
      key === 'instance' ? [`${values['job']}1`, `${values['job']}2`] : ['a', 'b'],
    )
    expect([host.value('job'), host.value('instance')]).toEqual(['b', 'b2'])
    host.graph.choose({ job: 'a' })
    await host.answerAll(({ values }) => [`${values['job']}1`, `${values['job']}2`])
    expect(host.value('instance')).toBe('a1')
  })

  it('asks again with the range for those that follow it, and when somebody wants it', async () => {
    const host = createHost({ variables, layout })
    await host.answerAll(() => ['a'])
    host.graph.setRange({ from: 0, to: 1 })
    expect(await host.answerAll(() => ['a'])).toEqual(['other'])
    host.graph.reload('job')
    expect(await host.answerAll(() => ['a'])).toEqual(['job'])
  })

  it('goes on without options that could not be had, with what is wanted', async () => {
    const host = createHost({ variables, layout }, { job: 'b' })
    const problem = new Error('no answer')
    host.asked.splice(0, 1)[0]!.fail(problem)
    await host.answerAll(({ values }) => [`of ${values['job']}`])
    expect(host.graph.state('job')).toMatchObject({ status: 'failed', value: 'b', problem })
    expect(host.value('instance')).toBe('of b')
  })
})

describe('variables of sections', () => {
  const inner = { id: 'inner', title: '', variables: [query('job', 'x $job $zone')], layout }
  const spec = {
    variables: [query('job', 'jobs'), query('zone', 'zones')],
    layout: {
      type: 'rows' as const,
      sections: [
        {
          id: 'outer',
          title: '',
          variables: [query('zone', 'z $job')],
          layout: { type: 'tabs' as const, sections: [inner] },
        },
      ],
    },
  }

  it('stand before those outside of the same name, and may name them', async () => {
    expect(scopedVariables(spec).map(({ key }) => key)).toEqual(['job', 'zone', 'outer/zone', 'inner/job'])
    const host = createHost(spec)
    const asked: Record<string, object> = {}
    await host.answerAll(({ key, values }) => {
      asked[key] = values
      return [`${key}!`]
    })
    expect(asked).toEqual({
      job: {},
      zone: {},
      'outer/zone': { job: 'job!' },
      'inner/job': { job: 'job!', 'outer/zone': 'outer/zone!' },
    })
    const within = variablesWithin(spec, [spec.layout.sections[0]!, inner])
    expect(host.graph.scopeOf(within)).toMatchObject({ job: { value: 'inner/job!' }, zone: { value: 'outer/zone!' } })
  })

  it('are told when they go in a circle', () => {
    const circle = [query('a', '$c'), query('b', '$a'), query('c', '$b'), query('d', '$c'), query('e', '$e')]
    expect(circularVariables({ variables: circle, layout }).map(({ key }) => key)).toEqual(['a', 'b', 'c', 'e'])
    expect(circularVariables(spec)).toEqual([])
  })
})
