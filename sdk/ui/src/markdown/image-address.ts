/**
 * Whether a page shows the picture at an address: one that the address itself holds, or one of this host. A picture from
 * elsewhere would tell its server who looks at it, so the policy of the page forbids it.
 */
export function isShownImage(address: string): boolean {
  if (/^data:image\/(?:png|jpeg|gif|webp|avif|svg\+xml)[;,]/i.test(address)) return true
  if (!URL.canParse(address, document.baseURI)) return false
  const { origin, protocol } = new URL(address, document.baseURI)
  return origin === new URL(document.baseURI).origin && /^https?:$/.test(protocol)
}
