import { defineConfig } from 'vitepress'

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
          { text: 'Performance', link: '/reference/performance' },
        ],
      },
      {
        text: 'Decisions',
        items: [
          { text: 'Coded errors live in schema', link: '/decisions/0001-errors-in-schema' },
          { text: 'Packages resolve from source', link: '/decisions/0002-source-condition' },
          { text: 'Node 24 comes from npm', link: '/decisions/0003-node-from-npm' },
          { text: 'Queries by reference', link: '/decisions/0004-queries-by-reference' },
          { text: "This machine's readings", link: '/decisions/0005-host-samples' },
          { text: 'Plugins are set up late', link: '/decisions/0006-plugins-set-up-late' },
          { text: 'Writing needs a precondition', link: '/decisions/0007-preconditions' },
          { text: 'What frames promise', link: '/decisions/0008-frames' },
          { text: 'Zoned time is arithmetic', link: '/decisions/0015-zoned-time' },
          { text: 'A proxy is known by its address', link: '/decisions/0023-ways-in' },
          { text: 'Secrets live with their document', link: '/decisions/0025-secrets-and-changes' },
          { text: 'A page has one language', link: '/decisions/0027-languages' },
        ],
      },
    ],
    search: { provider: 'local' },
  },
})
