// What this machine can run of the tests: each is a program found by an environment variable or on PATH.
import { accessSync, constants, globSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const isProgram = (path) => {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** `besides` are folders beyond PATH, as patterns. */
const find = (variable, names, besides = []) => {
  const given = process.env[variable]
  if (given) return isProgram(given) ? given : undefined
  const folders = [...(process.env.PATH ?? '').split(delimiter), ...besides.flatMap((pattern) => globSync(pattern))]
  const ending = process.platform === 'win32' ? '.exe' : ''
  return names.flatMap((name) => folders.map((folder) => join(folder, name + ending))).find(isProgram)
}

const debianPython = () =>
  globSync('/usr/lib/python3/dist-packages/{fastapi,uvicorn,prometheus_client}').length === 3
    ? '/usr/bin/python3'
    : undefined

/** Path of each program, or undefined where the machine lacks it. */
export const programs = {
  chromium: find('ORRERY_CHROMIUM', ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']),
  prometheus: find('ORRERY_PROMETHEUS', ['prometheus']),
  'node-exporter': find('ORRERY_NODE_EXPORTER', ['prometheus-node-exporter', 'node_exporter']),
  // Debian keeps its servers off PATH.
  postgres: find('ORRERY_POSTGRES', ['postgres'], ['/usr/lib/postgresql/*/bin']),
  // A Python that has what the FastAPI example needs; of those that are not named only Debian's is looked into.
  fastapi: process.env.ORRERY_FASTAPI ? find('ORRERY_FASTAPI', []) : debianPython(),
}

/** One text that changes when a program comes or goes: a key for cached test results. */
export const abilities = Object.entries(programs)
  .filter(([, path]) => path)
  .map(([name, path]) => `${name}=${path}`)
  .join(',')
