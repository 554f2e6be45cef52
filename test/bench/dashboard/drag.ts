import type { Browser, Page } from 'playwright-core'
import { interleave, PAIRS, type Figures } from '../measure.ts'
import { newLargePage, seenAreDrawn } from './large-page.ts'

const STEPS = 60

/** Counts the frames that are drawn until it is stopped, and keeps how long each took. */
const count = (page: Page) =>
  page.evaluate(() => {
    const frames: number[] = []
    let last = performance.now()
    const tick = (now: number) => {
      frames.push(now - last)
      last = now
      counter.handle = requestAnimationFrame(tick)
    }
    const counter = { frames, handle: requestAnimationFrame(tick) }
    Object.assign(globalThis, { counter })
  })
const stopCounting = (page: Page) =>
  page.evaluate(() => {
    // The script above has put it there, which no type says.
    const { counter } = globalThis as unknown as { counter: { frames: number[]; handle: number } }
    cancelAnimationFrame(counter.handle)
    return counter.frames
  })

/** Takes a panel of a dashboard of 100 over all its neighbours, which give way, and back. */
export async function measureDrag(browser: Browser, address: string): Promise<Figures[]> {
  const { page, metrics, close } = await newLargePage(browser)
  await page.goto(`${address}?edit`)
  await page.getByRole('toolbar', { name: 'Editing' }).waitFor()
  await seenAreDrawn(page)
  const header = (await page.locator('[data-panel=p1] header').boundingBox())!
  const slow: number[] = []
  const wave = async (isDragged: boolean) => {
    await page.mouse.move(header.x + 60, header.y + 12)
    if (isDragged) await page.mouse.down()
    const before = await metrics()
    await count(page)
    for (let step = 0; step <= STEPS; step++) {
      const part = Math.sin((step / STEPS) * Math.PI)
      await page.mouse.move(header.x + 60 + 600 * part, header.y + 12 + 300 * part)
    }
    const frames = await stopCounting(page)
    const after = await metrics()
    if (isDragged) {
      slow.push(frames.toSorted((a, b) => a - b)[Math.floor(frames.length * 0.95)]!)
      await page.keyboard.press('Escape')
      await page.mouse.up()
    }
    return (after.taskMs - before.taskMs) / frames.length
  }
  await wave(true)
  slow.length = 0
  const taken = await interleave(
    PAIRS,
    () => wave(true),
    () => wave(false),
  )
  await close()
  return [
    {
      name: 'dragging one of 100 panels: main thread a frame',
      unit: 'ms',
      ours: taken.ours,
      other: { name: 'moving the pointer over them', values: taken.other },
      goal: { type: 'limit', atMost: 16 },
    },
    { name: 'dragging one of 100 panels: frame time, 95th percentile', unit: 'ms', ours: slow },
  ]
}
