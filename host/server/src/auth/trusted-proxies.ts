import { BlockList, isIP } from 'node:net'
import { ServerError } from '../errors.ts'

/** The proxies that are believed whom they name as the client. */
export interface TrustedProxies {
  readonly isEmpty: boolean
  /** Whether this is the address of one. */
  readonly includes: (address: string | undefined) => boolean
}

/** From addresses and ranges (`10.0.0.0/8`, `fd00::/8`). OPTIONS_INVALID for anything else. */
export function createTrustedProxies(entries: readonly string[]): TrustedProxies {
  const list = new BlockList()
  for (const entry of entries) {
    const [address = '', bits, ...rest] = entry.split('/')
    const family = isIP(address)
    const most = family === 4 ? 32 : 128
    if (family === 0 || rest.length > 0 || (bits !== undefined && !(/^\d{1,3}$/.test(bits) && Number(bits) <= most)))
      throw new ServerError('OPTIONS_INVALID', { reason: `"${entry}" is no address or range of a trusted proxy` })
    list.addSubnet(address, bits === undefined ? most : Number(bits), family === 4 ? 'ipv4' : 'ipv6')
  }
  return {
    isEmpty: entries.length === 0,
    includes: (address) =>
      address !== undefined && isIP(address) !== 0 && list.check(address, isIP(address) === 4 ? 'ipv4' : 'ipv6'),
  }
}
