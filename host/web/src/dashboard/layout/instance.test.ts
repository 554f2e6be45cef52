import { fillText } from '@orrery/sdk'
import { expect, it } from 'vitest'
import { instanceKey, parseInstanceKey, repeatInstances, withInstance } from './instance.ts'

it('tells the instances of a panel apart, and reads their keys again', () => {
  const instance = { host: 'a&b=c@d/ü', zone: '' }
  const key = instanceKey('cpu', instance)
  expect(key).toBe('cpu@host=a%26b%3Dc%40d%2F%C3%BC&zone=')
  expect(parseInstanceKey(key)).toEqual({ panel: 'cpu', instance })
  expect(instanceKey('cpu', {})).toBe('cpu')
  expect(parseInstanceKey('cpu')).toEqual({ panel: 'cpu', instance: {} })
  expect(parseInstanceKey('cpu@host=%')).toEqual({ panel: 'cpu@host=%', instance: {} })
})

it('repeats for each value once, within what repeats it already', () => {
  const scope = { host: ['a', 'b', 'a'], zone: { value: ['x'], text: ['X'] }, job: 'api', none: [], empty: '' }
  const of = (variable?: string) => repeatInstances(scope, variable, { rack: '1' })
  expect(of('host')).toEqual([
    { rack: '1', host: 'a' },
    { rack: '1', host: 'b' },
  ])
  expect([of('zone'), of('job')]).toEqual([[{ rack: '1', zone: 'x' }], [{ rack: '1', job: 'api' }]])
  for (const variable of ['none', 'empty', 'gone', undefined]) expect(of(variable)).toEqual([{ rack: '1' }])
})

it('knows a value inside its instance as if it were the only one', () => {
  const host = { value: ['a', 'b'], text: ['Alpha', 'Beta'], properties: { rack: ['1', '2'] }, isListed: true }
  const inside = withInstance({ host, job: 'api' }, { host: 'b' })
  expect(fillText('$host in ${host.rack} of $job: ${host:raw}', inside)).toBe('Beta in 2 of api: b')
  expect(fillText('$host', withInstance({ host: { value: ['a', 'b'], text: 'All' } }, { host: 'b' }))).toBe('b')
  const scope = { job: 'api' }
  expect(withInstance(scope, { host: 'b' })).toBe(scope)
})
