import { defineAsyncComponent, h, type Component, type FunctionalComponent } from 'vue'
import { openDoor } from './doors.ts'
import NeutralView from './NeutralView.vue'
import type { PluginInfo } from './plugin-list.ts'

/** A view without Vue: the neutral half of the plugin interface. */
export interface NeutralDoor {
  readonly abi: 1
  readonly mount: (element: HTMLElement, props: Readonly<Record<string, unknown>>) => NeutralMounted
}
export interface NeutralMounted {
  readonly update: (props: Readonly<Record<string, unknown>>) => void
  readonly unmount: () => void
}

const isNeutral = (value: unknown): value is NeutralDoor =>
  typeof value === 'object' && value !== null && 'abi' in value && value.abi === 1 && 'mount' in value

/** The same wrapper for the same door, so that drawing again does not mount again. */
const wrappers = new WeakMap<NeutralDoor, Component>()

function wrap(door: NeutralDoor): Component {
  // A copy: Vue changes the attributes in place, and a neutral view is told by a new object.
  const wrapper: FunctionalComponent = (_, { attrs }) => h(NeutralView, { door, props: { ...attrs } })
  wrapper.inheritAttrs = false
  wrappers.set(door, wrapper)
  return wrapper
}

/** A component for whatever is behind a web door; PLUGIN_CODE_FAILED when it cannot be loaded. */
export async function openView(plugin: PluginInfo, door: unknown): Promise<Component> {
  const view = await openDoor(plugin, door)
  if (isNeutral(view)) return wrappers.get(view) ?? wrap(view)
  // What the door's contract admits besides a neutral view is a Vue component.
  return view as Component
}

/** The same as a component that loads what it draws; it throws where it is drawn. */
export const viewOf = (plugin: PluginInfo, door: unknown): Component =>
  defineAsyncComponent({ loader: () => openView(plugin, door), delay: 0 })
