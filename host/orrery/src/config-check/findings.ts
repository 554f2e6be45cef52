import { access, constants, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { isCodedError } from '@orrery/sdk'
import { createBuiltPlugins, reachDatabase, readAccess } from '@orrery/server'
import { readLogo } from '../brand/logo.ts'
import { themeProblems, unreadableTexts } from '../brand/theme.ts'
import { readTokens } from '../brand/tokens.ts'
import { checkResources } from '../files/check-resources.ts'
import { problemText } from '../files/file-problem.ts'
import { readResourceFiles } from '../files/resource-files.ts'
import { nameDocuments } from '../files/resource-set.ts'
import { chosenPlugins } from '../plugin-folders.ts'
import { dataFolder, type SettingName, type Settings } from '../settings.ts'

/** Something that a setting leads to. */
export interface Finding {
  readonly level: 'error' | 'warning'
  readonly setting: SettingName
  readonly message: string
}

type Check = (settings: Settings) => Promise<readonly string[]> | readonly string[]

/** What keeps a host of these settings from starting, or from doing what was asked for. */
const checks: { readonly [Name in SettingName]?: Check } = {
  data: async (settings) => {
    if (settings.database !== undefined && settings.data === undefined) return []
    const folder = await nearestFolder(dataFolder(settings))
    return access(folder, constants.W_OK).then(
      () => [],
      () => [`${folder} cannot be written to. Correct the path, or the permissions.`],
    )
  },
  plugins: async (settings) => {
    const { problems } = await createBuiltPlugins(await chosenPlugins(settings, process.cwd())).read()
    return problems.map(({ detail }) => detail)
  },
  provisioning: ({ provisioning }) => (provisioning === undefined ? [] : checkFiles(provisioning)),
  publicUrl: ({ publicUrl }) => accessProblems({ ...(publicUrl !== undefined && { publicUrl }) }),
  trustProxy: ({ trustProxy }) => accessProblems({ ...(trustProxy && { trustProxy }) }),
  auth: ({ auth, trustProxy }) => accessProblems({ ...(auth && { auth }), ...(trustProxy && { trustProxy }) }),
  logo: async ({ logo }) => {
    if (logo !== undefined) await readLogo(logo)
    return []
  },
  theme: async ({ theme }) => (theme ? themeProblems(theme, await readTokens()) : []),
}

/** What is allowed and may not be meant. */
const doubts: { readonly [Name in SettingName]?: Check } = {
  auth: ({ auth }) =>
    auth?.anonymous === 'editor' ? ['whoever reaches the host can change dashboards without signing in.'] : [],
  theme: async ({ theme }) => (theme ? unreadableTexts(theme, await readTokens()) : []),
}

function accessProblems(settings: Pick<Settings, 'publicUrl' | 'trustProxy' | 'auth'>): readonly string[] {
  readAccess(settings)
  return []
}

/** The folder, or the one above it that is there: the host makes what is missing. */
const nearestFolder = async (folder: string): Promise<string> =>
  stat(folder).then(
    () => folder,
    () => (dirname(folder) === folder ? folder : nearestFolder(dirname(folder))),
  )

async function checkFiles(folder: string): Promise<readonly string[]> {
  const { documents, problems } = await readResourceFiles([folder], {
    readInput: () => Promise.resolve(''),
    workingDirectory: process.cwd(),
  })
  const { named, problems: unnamed } = nameDocuments(documents)
  return [...problems, ...unnamed, ...checkResources(named).problems].map((problem) => problemText(problem).trimEnd())
}

/** Looks at everything that settings name: folders, plugins, files; and at the database, when it is to be connected to. */
export async function findProblems(settings: Settings, connects: boolean): Promise<readonly Finding[]> {
  const database: Check = async ({ database }) => {
    if (database !== undefined) await reachDatabase(database)
    return []
  }
  const all = [
    ...Object.entries({ ...checks, ...(connects && { database }) }).map(
      ([name, check]) => ['error', name, check] as const,
    ),
    ...Object.entries(doubts).map(([name, check]) => ['warning', name, check] as const),
  ]
  const found = await Promise.all(
    all.map(async ([level, name, check]) =>
      // The names are those of the tables above.
      (await messagesOf(check, settings)).map((message) => ({ level, setting: name as SettingName, message })),
    ),
  )
  return found.flat()
}

/** What a check finds, also where it finds it by failing. */
async function messagesOf(check: Check, settings: Settings): Promise<readonly string[]> {
  try {
    return await check(settings)
  } catch (error) {
    if (!isCodedError(error)) throw error
    return [error.message]
  }
}
