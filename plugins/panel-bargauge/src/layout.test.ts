import { defaultsOf } from '@orrery/sdk'
import { expect, it } from 'vitest'
import { gap, layOutBars, type BarsRoom } from './layout.ts'
import { Options } from './options.ts'

// All options have defaults.
const options = defaultsOf(Options) as Options
const room: BarsRoom = { width: 300, height: 300, count: 4, options, valueLength: 5, nameLength: 8 }
const layOut = ({ options: own = {}, ...patch }: Partial<Omit<BarsRoom, 'options'>> & { options?: Partial<Options> }) =>
  layOutBars({ ...room, ...patch, options: { ...options, ...own } })

it('lays bars in narrow panels and stands them in wide ones, unless it is told', () => {
  const upright = (patch: Parameters<typeof layOut>[0]) => layOut(patch).isUpright
  expect([upright({}), upright({ width: 800 }), upright({ width: 800, count: 100 })]).toEqual([false, true, false])
  expect([
    upright({ options: { orientation: 'vertical' } }),
    upright({ width: 800, options: { orientation: 'horizontal' } }),
  ]).toEqual([true, false])
})

it('fills the room with all bars while they can be seen, then scrolls', () => {
  const four = layOut({})
  expect(4 * four.thickness + 3 * gap).toBe(300)
  expect(four.scrolls).toBe(false)
  expect(layOut({ count: 100 })).toMatchObject({ thickness: 16, scrolls: true })
  expect(layOut({ count: 100, options: { orientation: 'vertical' } })).toMatchObject({ thickness: 28, scrolls: true })
})

it('has the sizes that are wished', () => {
  const manual = { sizing: 'manual', minVizHeight: 40, maxVizHeight: 50, minVizWidth: 90 } as const
  expect([layOut({ options: manual }).thickness, layOut({ count: 20, options: manual }).thickness]).toEqual([50, 40])
  expect(layOut({ options: { ...manual, orientation: 'vertical' } }).thickness).toBe(90)
  expect(layOut({ options: { text: { title: 9, value: 30 } } })).toMatchObject({ nameSize: 9, valueSize: 30 })
})

it('writes names before low bars, above high ones, or where it is told', () => {
  const places = (patch: Parameters<typeof layOut>[0]) => layOut(patch).placement
  expect([places({}), places({ count: 12 }), places({ nameLength: 0 })]).toEqual(['top', 'left', 'hidden'])
  expect(places({ options: { namePlacement: 'left' } })).toBe('left')
  const { nameWidth, valueRoom, length } = layOut({ count: 12 })
  expect(nameWidth + valueRoom + length).toBe(300)
})

it('gives bars the room of values that are hidden', () => {
  expect(layOut({ options: { valueMode: 'hidden', namePlacement: 'hidden' } })).toMatchObject({
    length: 300,
    valueSize: 0,
  })
})

it('has a length in no room', () => {
  expect(layOut({ width: 0, height: 0 }).length).toBeGreaterThan(0)
})
