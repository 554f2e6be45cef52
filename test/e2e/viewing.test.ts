import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { unzipTexts } from '../../host/web/src/export/unzip.fixture.ts'
import { programs } from '../support/abilities.ts'
import { barriers } from '../support/axe.ts'
import type { TestHost } from '../support/host.ts'
import { datasource, resource } from '../support/node-dashboard.ts'
import { until } from '../support/process.ts'
import { openSite, type Site } from '../support/site.ts'

const ask = (query: object) => [{ refId: 'A', datasource: 'made', query }]
const cities = `city,people\n${Array.from({ length: 60 }, (_, i) => `City ${i},${(i + 1) * 1000}`).join('\n')}\n`
const wave = { type: 'wave', shape: 'sine', period: '10m', low: 0, high: 100, series: 20 }
const panels = {
  load: { type: 'timeseries', title: 'Load', queries: ask(wave), options: {} },
  cities: { type: 'table', title: 'Cities', queries: ask({ type: 'csv', text: cities }), options: {} },
  people: { type: 'stat', title: 'People', queries: ask(wave), options: {} },
  notes: { type: 'text', title: 'Notes', queries: [], options: { content: '# Storage\n\nSee **this** and `that`.' } },
  far: { type: 'timeseries', title: 'Far below', queries: ask(wave), options: {} },
}
const place = (panel: string, x: number, y: number) => ({ panel, x, y, w: 12, h: 8 })
const wall = resource('dashboard', 'wall', 'Wall', {
  time: { from: '2026-01-01T10:00:00Z', to: '2026-01-01T11:00:00Z', zone: 'UTC' },
  variables: [{ name: 'team', type: 'text', default: 'storage' }],
  panels,
  layout: {
    type: 'grid',
    items: [
      place('load', 0, 0),
      place('cities', 12, 0),
      place('people', 0, 8),
      place('notes', 12, 8),
      place('far', 0, 120),
    ],
  },
})

const second = resource('dashboard', 'second', 'Second', {
  tags: ['tour'],
  time: { from: 'now-15m', to: 'now', zone: 'UTC' },
  refresh: '1s',
  panels: { load: panels.load },
  layout: { type: 'grid', items: [place('load', 0, 0)] },
})
const tour = resource('playlist', 'tour', 'Tour', {
  interval: '5s',
  items: [
    { type: 'tag', tag: 'tour', time: { from: 'now-5m', to: 'now' } },
    { type: 'dashboard', dashboard: 'gone' },
    { type: 'dashboard', dashboard: 'wall', interval: '1h' },
  ],
})

/** How much of a picture differs from what is on the screen, from 0 to 1, and how many colours it has. */
async function compare(page: Page, panel: string, picture: Buffer) {
  const box = (await page.locator(`[data-panel=${panel}]`).boundingBox())!
  // The pointer and the menu are no part of the picture.
  await page.mouse.move(0, 0)
  const screen = await page.screenshot({ clip: box })
  return page.evaluate(
    async ([a, b]) => {
      const pixelsOf = async (base64: string) => {
        const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))
        const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
        const context = new OffscreenCanvas(image.width, image.height).getContext('2d')!
        context.drawImage(image, 0, 0)
        return context.getImageData(0, 0, image.width, image.height)
      }
      const [one, two] = [await pixelsOf(a!), await pixelsOf(b!)]
      const { data, width, height } = one
      const colours = new Set<number>()
      let differing = 0
      for (let y = 0; y < Math.min(height, two.height); y++)
        for (let x = 0; x < Math.min(width, two.width); x++) {
          const [i, k] = [(y * width + x) * 4, (y * two.width + x) * 4]
          colours.add((data[i]! << 16) | (data[i + 1]! << 8) | data[i + 2]!)
          if ([0, 1, 2].some((part) => Math.abs(data[i + part]! - two.data[k + part]!) > 40)) differing++
        }
      return { size: [width, height], colours: colours.size, differing: differing / (width * height) }
    },
    [picture.toString('base64'), screen.toString('base64')],
  )
}

describe.skipIf(!programs.chromium)('looking at dashboards', () => {
  let site: Site
  let host: TestHost
  let page: Page
  let errors: string[]
  const drawn = (panel: string) =>
    page.locator(`[data-panel=${panel}] .body :is(canvas, [role=grid], .o-markdown, .o-value-text)`).first().waitFor()
  const query = () => new URL(page.url()).searchParams
  const saved = async (panel: string, format: string) => {
    await page.getByRole('button', { name: `Menu of panel ${panel}` }).click()
    await page.getByRole('menuitem', { name: 'Download' }).press('ArrowRight')
    const download = page.waitForEvent('download')
    await page.getByRole('menuitem', { name: format }).click()
    const file = await download
    return { name: file.suggestedFilename(), content: readFileSync(await file.path()) }
  }

  beforeAll(async () => {
    site = await openSite({ documents: [datasource('made', 'testdata', {}), wall, second, tour] })
    ;({ host, page, errors } = site)
    page.setDefaultTimeout(30_000)
    await page.goto(`${host.url}/d/wall`)
    await drawn('load')
  })
  afterAll(() => site?.close())

  it('is a kiosk by keys, until Escape', async () => {
    const navigation = page.getByRole('navigation', { name: 'Main' })
    await page.keyboard.press('d')
    await page.keyboard.press('k')
    await navigation.waitFor({ state: 'detached' })
    expect([query().get('kiosk'), await page.getByRole('button', { name: 'Zoom out' }).count()]).toEqual(['', 0])
    expect(await barriers(page)).toEqual([])
    // Nobody moves anything: the cursor goes.
    await page.locator('html.o-idle').waitFor()
    expect(await page.locator('main').evaluate((main) => getComputedStyle(main).cursor)).toBe('none')
    await page.reload()
    await drawn('load')
    await page.keyboard.press('Escape')
    await navigation.waitFor()
    expect(query().has('kiosk')).toBe(false)
    await page.goto(`${host.url}/d/wall?kiosk=time`)
    await page.getByRole('button', { name: 'Zoom out' }).click()
    await until('a longer range', () => query().has('from'))
    expect([query().get('kiosk'), await navigation.count()]).toEqual(['time', 0])
    await page.getByLabel('team').first().waitFor()
    await page.getByRole('button', { name: 'Leave the kiosk (Esc)' }).click()
    await navigation.waitFor()
  })

  it('saves what a panel shows as a workbook, as JSON and as CSV', async () => {
    await page.goto(`${host.url}/d/wall`)
    await drawn('load')
    const workbook = await saved('Load', 'Excel (XLSX)')
    expect(workbook.name).toBe('Load-20260101-1000-20260101-1100.xlsx')
    const files = unzipTexts(workbook.content)
    const sheet = files.get('xl/worksheets/sheet1.xml')
    expect(files.get('xl/sharedStrings.xml')).toContain('time (UTC)')
    // The first of January 2026, and a number.
    expect(sheet).toMatch(/<v>46023\.41666\d*<\/v>.*<v>-?\d+(\.\d+)?<\/v>/)
    const { frames } = JSON.parse((await saved('Cities', 'JSON')).content.toString()) as {
      frames: { rows: number; columns: { name: string; values: unknown[] }[] }[]
    }
    expect(frames[0]!.rows).toBe(60)
    expect(frames[0]!.columns.map(({ name, values }) => [name, values[1]])).toEqual([
      ['city', 'City 1'],
      ['people', 2000],
    ])
    expect((await saved('Cities', 'CSV')).content.toString()).toMatch(/^city,people\r\nCity 0,1000\r\n/)
  })

  it('saves a picture of each panel as it is seen', async () => {
    for (const [panel, title] of [
      ['load', 'Load'],
      ['cities', 'Cities'],
      ['people', 'People'],
      ['notes', 'Notes'],
    ] as const) {
      await drawn(panel)
      const { name, content } = await saved(title, 'Picture (PNG)')
      expect(name).toBe(`${title}-20260101-1000-20260101-1100.png`)
      const found = await compare(page, panel, content)
      // Scroll bars, the menu and the last pixel of a letter.
      expect([found.differing < 0.03, found.colours > 50]).toEqual([true, true])
      const box = (await page.locator(`[data-panel=${panel}]`).boundingBox())!
      expect(found.size).toEqual([Math.round(box.width), Math.round(box.height)])
    }
  })

  it('prints all of a dashboard, in light colours and without bars', async () => {
    await page.goto(`${host.url}/d/wall`)
    await drawn('load')
    expect(await page.locator('[data-panel=far] canvas').count()).toBe(0)
    await page.evaluate(() => {
      window.print = () => void (document.documentElement.dataset['printed'] = 'yes')
    })
    await page.getByRole('button', { name: 'More of the dashboard' }).click()
    await page.getByRole('menuitem', { name: 'Print' }).click()
    await page.locator('html.light[data-printed=yes]').waitFor({ timeout: 30_000 })
    await page.locator('[data-panel=far] canvas').first().waitFor()
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('navigation', { name: 'Main' }).count()).toBe(0)
    expect(await page.getByRole('heading', { level: 1, name: 'Wall' }).count()).toBe(0)
    await page.getByText('2026-01-01 10:00:00 to 2026-01-01 11:00:00, UTC').waitFor()
    await page.getByText(/^5\d more rows$/).waitFor()
    const place = (panel: string) =>
      page.locator(`[data-panel=${panel}]`).evaluate((element) => {
        const { top, left, right, bottom } = element.getBoundingClientRect()
        return { top, left, right, bottom, breaks: getComputedStyle(element).breakInside }
      })
    const [load, cities, far] = [await place('load'), await place('cities'), await place('far')]
    expect([load.top === cities.top, load.right < cities.left, load.breaks]).toEqual([true, true, 'avoid'])
    // The room between is no paper, and nothing is beyond the sheet.
    expect([far.top - (await place('notes')).bottom, cities.right <= 960]).toEqual([8, true])
    const pdf = (await page.pdf({ format: 'A4' })).toString('latin1')
    expect(pdf.match(/\/Type \/Page\b/g)!.length).toBeGreaterThanOrEqual(1)
    await page.emulateMedia({ media: null })
    await page.mouse.move(300, 300)
    await page.locator('html.dark').waitFor()
  })

  it('plays dashboards one after the other, and one at a time', async () => {
    const asked: string[] = []
    page.on('request', (request) => {
      if (request.url().endsWith('/query')) asked.push(/"id":"(second|wall)"/.exec(request.postData() ?? '')?.[1] ?? '')
    })
    await page.goto(`${host.url}/playlists`)
    expect(await barriers(page)).toEqual([])
    await page.getByRole('link', { name: 'Play Tour' }).click()
    await page.getByRole('heading', { level: 1, name: 'Second' }).waitFor()
    expect([query().get('at'), query().get('kiosk'), query().get('from')]).toEqual(['1', '', 'now-5m'])
    await drawn('load')
    expect(await barriers(page)).toEqual([])
    // By itself, over what is not there.
    await page.getByText(/^gone is passed over\./).waitFor()
    await page.getByRole('heading', { level: 1, name: 'Wall' }).waitFor()
    await drawn('cities')
    expect([query().get('at'), query().has('from'), await page.locator('[data-panel=load]').count()]).toEqual([
      '3',
      false,
      1,
    ])
    asked.length = 0
    await page.reload()
    await page.getByRole('heading', { level: 1, name: 'Wall' }).waitFor()
    await drawn('cities')
    // Nobody asks for the other one, which would be refreshed each second.
    expect(asked).not.toContain('second')
    await page.keyboard.press('p')
    await page.getByRole('heading', { level: 1, name: 'Second' }).waitFor()
    await page.keyboard.press('k')
    await page.getByRole('button', { name: 'Go on (K)' }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('navigation', { name: 'Main' }).waitFor()
    expect([query().get('at'), query().has('kiosk')]).toEqual(['1', false])
    await page.keyboard.press('n')
    await page.getByRole('heading', { level: 1, name: 'Wall' }).waitFor()
    expect([query().get('at'), query().has('kiosk')]).toEqual(['3', false])
  })

  it('makes a playlist, which begins empty', async () => {
    await page.goto(`${host.url}/playlists`)
    await page.getByRole('link', { name: 'New playlist' }).first().click()
    await page.getByLabel(/^Title/).fill('Hall')
    for (const theme of ['light', 'dark'] as const) {
      await page.keyboard.press('Control+k')
      await page.keyboard.type('dark or light')
      await page.keyboard.press('Enter')
      await page.locator(`html.${theme}`).waitFor()
      expect(await barriers(page)).toEqual([])
    }
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('heading', { level: 1, name: 'Hall' }).waitFor()
    expect(new URL(page.url()).pathname).toBe('/playlists/hall')
    await page.getByRole('link', { name: 'Play', exact: true }).click()
    await page.getByText('The playlist has no dashboards').waitFor()
  })

  it('says nothing on the console', () => {
    // The browser tells of answers, too: the playlist names a dashboard that is not there.
    expect(errors.filter((text) => !text.includes('404'))).toEqual([])
  })
})
