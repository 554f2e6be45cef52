import type { PluginInfo, PluginList } from '@orrery/api'
import { can, type Subject } from '@orrery/access'
import type { InstalledPlugin, InstalledPlugins } from './installed.ts'

/** The body of `GET /api/v1/plugins`. */
export const pluginList = ({ plugins, problems }: InstalledPlugins, subject: Subject): PluginList => ({
  plugins: plugins.map(toInfo),
  problems: can(subject, 'host:read') ? [...problems] : [],
})

function toInfo({ manifest, base }: InstalledPlugin): PluginInfo {
  const { id, version, title, description, contributes, locales, files } = manifest
  const css = Object.keys(files).find((file) => /^\.\/ui\/.*\.css$/.test(file))
  return {
    id,
    version,
    title,
    ...(description !== undefined && { description }),
    base,
    ...(css !== undefined && { css: { href: base + css.slice(2), integrity: files[css]! } }),
    contributes: [...contributes],
    ...(locales && { locales }),
  }
}
