import type { Mounted, PanelProps } from '@orrery/dashboard'

/** HTMLElement where the compiler knows the DOM; plugins' server code is checked without it. */
export type HostElement = typeof globalThis extends { readonly HTMLElement: { readonly prototype: infer Element } }
  ? Element
  : never

/** A panel without Vue: `export default { abi: 1, mount } satisfies MountablePanel<Options>`. */
export interface MountablePanel<Options> {
  readonly abi: 1
  readonly mount: (element: HostElement, props: PanelProps<Options>) => Mounted<PanelProps<Options>>
}
