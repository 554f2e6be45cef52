import { inject, provide, ref, type InjectionKey, type Ref } from 'vue'

/** The navigation of a narrow screen, which is opened from the bar of the page. */
interface Drawer {
  readonly isOpen: Ref<boolean>
}
const Drawer: InjectionKey<Drawer> = Symbol('drawer')

export function provideDrawer(): Drawer {
  const drawer = { isOpen: ref(false) }
  provide(Drawer, drawer)
  return drawer
}

/** Undefined on pages outside the shell. */
export const useDrawer = () => inject(Drawer, undefined)
