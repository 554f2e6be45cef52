import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitepress'

const folder = fileURLToPath(new URL('../decisions/', import.meta.url))

/** All of them, in the order in which they were made, by the first heading of each. */
const decisions = () =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => ({
      text: /^# (.+)$/m.exec(readFileSync(folder + name, 'utf8'))?.[1] ?? name,
      link: `/decisions/${name.slice(0, -3)}`,
    }))

export default defineConfig({
  title: 'Orrery',
  description: 'A plugin-based observability framework: a minimal host, typed plugins, Arrow data frames.',
  srcExclude: ['generate/**'],
  themeConfig: {
    nav: [
      { text: 'Guide', link: '/guide/' },
      { text: 'Plugins', link: '/plugins/' },
      { text: 'Reference', link: '/reference/errors' },
    ],
    sidebar: [
      {
        text: 'Guide',
        items: [
          { text: 'Getting started', link: '/guide/' },
          { text: 'Configuration', link: '/guide/configuration' },
          { text: 'Watching a FastAPI app', link: '/guide/fastapi' },
          { text: 'Your own app', link: '/guide/own-app' },
          { text: 'The interface', link: '/guide/interface' },
          { text: 'Editing dashboards', link: '/guide/editing' },
          { text: 'Editing a panel', link: '/guide/panels' },
          { text: 'Transformations', link: '/guide/transformations' },
          { text: 'Expressions', link: '/guide/expressions' },
          { text: 'Time', link: '/guide/time' },
          { text: 'Rows, tabs and repeats', link: '/guide/layouts' },
          { text: 'Kiosk, playlists, files and paper', link: '/guide/viewing' },
          { text: 'Variables', link: '/guide/variables' },
          { text: 'Annotations', link: '/guide/annotations' },
          { text: 'Versions, text and import', link: '/guide/keeping' },
          { text: 'Explore, and Prometheus', link: '/guide/explore' },
          { text: 'Provisioning', link: '/guide/provisioning' },
          { text: 'The API', link: '/guide/api' },
          { text: 'Dashboards in git', link: '/guide/command' },
          { text: 'Secrets', link: '/guide/secrets' },
          { text: 'History, undo and search', link: '/guide/history' },
          { text: 'Operation', link: '/guide/operations' },
        ],
      },
      {
        text: 'Plugins',
        items: [
          { text: 'Write a plugin', link: '/plugins/' },
          { text: 'Write a transformation', link: '/plugins/transformations' },
          { text: 'Texts and languages', link: '/plugins/texts' },
        ],
      },
      {
        text: 'Reference',
        items: [
          { text: 'The command', link: '/reference/commands' },
          { text: 'HTTP API', link: '/reference/api' },
          { text: 'Permissions', link: '/reference/permissions' },
          { text: 'Errors', link: '/reference/errors' },
          { text: 'Settings', link: '/reference/settings' },
          { text: 'First-party plugins', link: '/reference/plugins' },
          { text: 'Transformations', link: '/reference/transformations' },
          { text: 'Performance', link: '/reference/performance' },
        ],
      },
      {
        text: 'Decisions',
        items: decisions(),
      },
    ],
    search: { provider: 'local' },
  },
})
