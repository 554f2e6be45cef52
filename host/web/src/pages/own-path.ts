/** The path to go to after the sign-in: one of this host, and `/` for anything else, such as another site's address. */
export function toOwnPath(to: unknown, origin: string): string {
  if (typeof to !== 'string' || !to.startsWith('/') || !URL.canParse(to, origin)) return '/'
  const url = new URL(to, origin)
  const isOwn = url.origin === origin && url.pathname !== '/sign-in' && url.pathname !== '/setup'
  return isOwn && !url.pathname.startsWith('//') ? url.pathname + url.search + url.hash : '/'
}
