export { canonicalYaml } from './canonical-yaml.ts'
export { parseYaml, type YamlDocument, type YamlProblem } from './documents.ts'
