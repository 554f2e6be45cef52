import { resolve } from 'node:path'
import type { Brand } from '@orrery/server'
import { HostError } from '../errors.ts'
import type { Settings } from '../settings.ts'
import { readLogo } from './logo.ts'
import { themeProblems, themeSheet } from './theme.ts'
import { readTokens } from './tokens.ts'

/** Name, logo, theme and home page as the server takes them. CONFIG_LOGO_INVALID, CONFIG_THEME_INVALID. */
export async function readBrand({ name, logo, theme, home }: Settings): Promise<Brand> {
  const problems = theme ? themeProblems(theme, await readTokens()) : []
  if (problems.length > 0) throw new HostError('CONFIG_THEME_INVALID', { problems })
  return {
    ...(name !== undefined && { name }),
    ...(logo !== undefined && { logo: await readLogo(resolve(logo)) }),
    ...(theme && { theme: themeSheet(theme) }),
    ...(home !== undefined && { home: home.startsWith('/') ? home : `/d/${home}` }),
  }
}
