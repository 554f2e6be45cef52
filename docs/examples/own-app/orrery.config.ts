import { defineConfig } from '@orrery/host'

export default defineConfig({
  name: 'Fleet watch',
  logo: 'logo.svg',
  theme: {
    dark: { '--o-accent': '#5ad1b3', '--o-accent-fg': '#06231c', '--o-accent-bg': '#5ad1b322' },
    light: { '--o-accent': '#0b6e57', '--o-accent-fg': '#ffffff', '--o-accent-bg': '#0b6e571a' },
  },
  home: 'fleet',
  // Of what ships with the host, only what our dashboard draws with.
  defaults: ['@orrery/panel-stat', '@orrery/panel-timeseries'],
  plugins: ['./plugins/datasource-fleet'],
  provisioning: 'provisioning',
  auth: { anonymous: 'viewer' },
})
