import type { PluginInfo, PluginList } from '@orrery/api'
import type { InstalledPlugin, InstalledPlugins } from './installed.ts'

/** The body of `GET /api/v1/plugins`. */
export const pluginList = ({ plugins, problems }: InstalledPlugins): PluginList => ({
  plugins: plugins.map(toInfo),
  problems: [...problems],
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
