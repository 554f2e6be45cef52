import type { Browser } from 'playwright-core'
import { type Figures } from '../measure.ts'
import { newLargePage, seenAreDrawn } from './large-page.ts'

const RUNS = 5
const STEP_PIXELS = 40

/** Scrolls the page to its end and back, some pixels each frame. */
function scrollThere(step: number) {
  const content = document.querySelector<HTMLElement>('.o-page')!
  const heights = () => [...document.querySelectorAll<HTMLElement>('[data-panel]')].map((panel) => panel.offsetHeight)
  const before = heights()
  const frames: number[] = []
  let most = 0
  return new Promise<{ frames: number[]; most: number; jumped: number }>((resolve) => {
    let last = performance.now()
    let by = step
    const move = (now: number) => {
      frames.push(now - last)
      last = now
      most = Math.max(most, document.querySelectorAll('[data-panel] canvas').length)
      content.scrollTop += by
      if (content.scrollTop + content.clientHeight >= content.scrollHeight - 1) by = -step
      if (by < 0 && content.scrollTop <= 0) {
        const after = heights()
        resolve({ frames, most, jumped: before.filter((height, i) => height !== after[i]).length })
      } else requestAnimationFrame(move)
    }
    requestAnimationFrame(move)
  })
}

const share = (values: readonly number[], part: number) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length * part)]!

export async function measureScroll(browser: Browser, host: string): Promise<Figures[]> {
  const middle: number[] = []
  const slow: number[] = []
  const most: number[] = []
  const jumped: number[] = []
  for (let run = 0; run < RUNS; run++) {
    const { page, close } = await newLargePage(browser)
    await page.goto(`${host}/d/large`)
    await seenAreDrawn(page)
    const there = await page.evaluate(scrollThere, STEP_PIXELS)
    middle.push(share(there.frames, 0.5))
    slow.push(share(there.frames, 0.95))
    most.push(there.most)
    jumped.push(there.jumped)
    await close()
  }
  return [
    { name: 'scrolling to the end and back, 40 pixels a frame: frame time', unit: 'ms', ours: middle },
    { name: 'scrolling: frame time, 95th percentile', unit: 'ms', ours: slow },
    { name: 'scrolling: most charts at one time', unit: 'charts', ours: most, goal: { type: 'limit', atMost: 36 } },
    {
      name: 'scrolling: panels whose height changed',
      unit: 'panels',
      ours: jumped,
      goal: { type: 'limit', atMost: 0 },
    },
  ]
}
