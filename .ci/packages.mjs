import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './run-step.mjs'

/** Every package that is published, with its folder. */
export const publicPackages = () =>
  ['core', 'sdk', 'plugins', 'host']
    .flatMap((layer) => readdirSync(join(root, layer)).map((name) => join(root, layer, name)))
    .filter((folder) => existsSync(join(folder, 'package.json')))
    .map((folder) => ({ folder, json: JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) }))
    .filter(({ json }) => !json.private)
