import { expect, it } from 'vitest'
import { createRedrawQueue } from './redraw-queue.ts'

/** A page whose frames and clock are turned by hand; each drawing takes so many milliseconds. */
function page(milliseconds: number) {
  const callbacks: (() => void)[] = []
  let time = 0
  const queue = createRedrawQueue(
    (callback) => callbacks.push(callback),
    () => time,
  )
  let frame = 0
  const drawnIn: Record<string, number[]> = {}
  const drawings = new Map<string, { isVisible: () => boolean; draw: () => void }>()
  return {
    drawnIn,
    add(name: string, isVisible = true) {
      const draw = () => {
        time += milliseconds
        ;(drawnIn[name] ??= []).push(frame)
      }
      if (!drawings.has(name)) drawings.set(name, { isVisible: () => isVisible, draw })
      queue.add(drawings.get(name)!)
    },
    /** As data does that comes in with each of so many frames. */
    inFrames(frames: number, task: () => void) {
      const callback = () => {
        if (--frames > 0) callbacks.push(callback)
        task()
      }
      callbacks.push(callback)
    },
    remove: (name: string) => queue.remove(drawings.get(name)!),
    turn(frames = 1) {
      for (let k = 0; k < frames; k++) {
        frame++
        for (const callback of callbacks.splice(0)) callback()
      }
      return callbacks.length
    },
  }
}

it('draws once what is asked for twice, and then rests', () => {
  const { add, turn, drawnIn } = page(1)
  add('a')
  add('a')
  expect(turn(2)).toBe(0)
  expect(drawnIn).toEqual({ a: [1] })
})

it('draws in each frame what is asked for in each frame', () => {
  const { add, turn, drawnIn, inFrames } = page(1)
  inFrames(4, () => add('a'))
  turn(5)
  expect(drawnIn).toEqual({ a: [2, 3, 4] })
})

it('draws all on the screen within two frames, however long they take', () => {
  const { add, turn, drawnIn } = page(20)
  for (let k = 0; k < 9; k++) add(`chart ${k}`)
  turn(2)
  expect(Object.values(drawnIn).flat()).toEqual([1, 1, 1, 1, 1, 2, 2, 2, 2])
})

it('draws those off the screen after those on it, with what is left of a frame', () => {
  const { add, turn, drawnIn } = page(3)
  for (let k = 0; k < 4; k++) add(`below ${k}`, false)
  for (let k = 0; k < 2; k++) add(`seen ${k}`)
  turn(3)
  expect(drawnIn).toEqual({
    'seen 0': [1],
    'seen 1': [1],
    'below 0': [1],
    'below 1': [2],
    'below 2': [2],
    'below 3': [2],
  })
})

it('draws what is off the screen although the screen takes every frame', () => {
  const { add, turn, drawnIn } = page(20)
  add('below', false)
  for (let k = 0; k < 40; k++) {
    add('seen')
    turn()
  }
  expect([drawnIn['below'], drawnIn['seen']!.length]).toEqual([[31], 40])
})

it('leaves out what is gone', () => {
  const { add, remove, turn, drawnIn } = page(1)
  add('a')
  add('b')
  remove('a')
  turn()
  expect(drawnIn).toEqual({ b: [1] })
})
