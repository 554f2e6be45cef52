import { describe, expect, it } from 'vitest'
import { createRing, type Reading } from './ring.ts'

const cpu = (value: number, mode = 'user'): Reading => ({ metric: 'cpu', labels: { mode }, value })

describe('createRing', () => {
  it('gives means of intervals, oldest first', () => {
    const ring = createRing(10)
    for (let second = 0; second < 6; second++) ring.add(second * 1000, [cpu(second)])
    const [series] = ring.read('cpu', { from: 0, to: 5000 }, 2000)
    expect([...series!.times]).toEqual([0, 2000, 4000])
    expect([...series!.values]).toEqual([0.5, 2.5, 4.5])
  })

  it('writes over the oldest, and forgets a series that stays away', () => {
    const ring = createRing(3)
    ring.add(0, [cpu(9, 'idle')])
    for (let second = 1; second < 6; second++) ring.add(second * 1000, [cpu(second)])
    const series = ring.read('cpu', { from: 0, to: 9000 }, 1000)
    expect(series.map(({ labels, times }) => [labels['mode'], [...times]])).toEqual([['user', [3000, 4000, 5000]]])
  })

  it('tells a missing reading from a zero', () => {
    const ring = createRing(5)
    ring.add(0, [cpu(0)])
    ring.add(1000, [])
    expect([...ring.read('cpu', { from: 0, to: 1000 }, 1000)[0]!.values]).toEqual([0, NaN])
    expect(ring.latest('cpu').readings).toEqual([])
  })

  it('is empty before the first tick', () => {
    expect(createRing(3).latest('cpu')).toMatchObject({ readings: [] })
    expect(createRing(3).read('cpu', { from: 0, to: 1 }, 1)).toEqual([])
  })
})
