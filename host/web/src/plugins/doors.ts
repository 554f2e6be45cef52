import { CodedError } from '@orrery/sdk'
import { t } from '../text.ts'
import type { PluginInfo } from './plugin-list.ts'

const pathOf = (door: unknown): string | undefined => {
  if (typeof door !== 'object' || door === null || !('$door' in door) || door.$door === 'server') return undefined
  // A shared door has a path for each side, a web door one.
  const path = door.$door === 'shared' && 'web' in door ? door.web : 'path' in door ? door.path : undefined
  return typeof path === 'string' ? path : undefined
}

/** Where the code of a web or shared door is; undefined for a door of the server. */
export function doorUrl({ base }: PluginInfo, door: unknown): string | undefined {
  const path = pathOf(door)
  return path === undefined ? undefined : base + path.replace(/^\.\//, '')
}

const failed = (plugin: string, cause: unknown) => {
  const message = t(
    'The code of plugin {plugin} could not be loaded. Reload the page; if it stays so, reinstall the plugin.',
    { plugin },
  )
  return new CodedError('PluginError', 'PLUGIN_CODE_FAILED', 500, message, { plugin }, { cause })
}

const styles = new Map<string, Promise<void>>()

/** A plugin's styles are on the page before anything of it is drawn. */
function loadStyles({ css, id }: PluginInfo): Promise<void> {
  if (!css) return Promise.resolve()
  const loading =
    styles.get(css.href) ??
    new Promise<void>((resolve, reject) => {
      const link = Object.assign(document.createElement('link'), {
        rel: 'stylesheet',
        href: css.href,
        integrity: css.integrity,
        crossOrigin: 'anonymous',
      })
      link.addEventListener('load', () => resolve())
      link.addEventListener('error', () => {
        // The next panel that needs them tries again.
        link.remove()
        styles.delete(css.href)
        reject(failed(id, new Error(css.href)))
      })
      document.head.append(link)
    })
  styles.set(css.href, loading)
  return loading
}

/** Opens a web or shared door: gives the default export of its module. The browser keeps modules, so this is cheap again. */
export async function openDoor(plugin: PluginInfo, door: unknown): Promise<unknown> {
  const url = doorUrl(plugin, door)
  if (url === undefined) throw failed(plugin.id, new Error('no door of the web side'))
  await loadStyles(plugin)
  try {
    const module = (await import(/* @vite-ignore */ url)) as { default?: unknown }
    return module.default
  } catch (cause) {
    throw failed(plugin.id, cause)
  }
}
