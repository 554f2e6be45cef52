import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { programs } from '../support/abilities.ts'
import { datasource, resource } from '../support/node-dashboard.ts'
import { openSite, type Site } from '../support/site.ts'

const csv = (refId: string, text: string) => ({ refId, datasource: 'made', query: { type: 'csv', text } })
const panel = (title: string, sql: string) => ({
  type: 'table',
  title,
  queries: [csv('A', 'host,used\nweb,1\ndb,5'), csv('B', 'host,size\nweb,4\ndb,10')],
  transformations: [{ type: 'sql', options: { sql } }],
  options: {},
})
const panels = {
  share: panel('Share', 'SELECT A.host, used / size AS share FROM A JOIN B USING (host) ORDER BY share'),
  wrong: panel('Wrong', 'SELECT host,\n  nope FROM A'),
}
const items = Object.keys(panels).map((id, i) => ({ panel: id, x: 0, y: i * 8, w: 24, h: 8 }))
const spec = { time: { from: 'now-5m', to: 'now' }, panels, layout: { type: 'grid', items } }

describe.skipIf(!programs.chromium)('SQL over the queries of a panel', () => {
  let site: Site
  beforeAll(async () => {
    site = await openSite({
      documents: [datasource('made', 'testdata', {}), resource('dashboard', 'sql', 'SQL', spec)],
      user: 'ada',
    })
    await site.page.goto(`${site.host.url}/d/sql`)
  })
  afterAll(() => site?.close())

  it('shows the result of a statement', async () => {
    const cells = site.page.getByRole('region', { name: 'Share' }).getByRole('gridcell')
    await expect.poll(() => cells.allInnerTexts()).toEqual(['web', '0.25', 'db', '0.5'])
  })

  it('says where a statement is wrong, and shows the data as it is', async () => {
    const wrong = site.page.getByRole('region', { name: 'Wrong' })
    await expect.poll(() => wrong.getByRole('gridcell').allInnerTexts()).toContain('db')
    await wrong.getByRole('button', { name: /notice|error/i }).click()
    await site.page.getByText(/"nope" not found.*at line 2, column 3/).waitFor()
    expect(site.errors).toEqual([])
  })
})
