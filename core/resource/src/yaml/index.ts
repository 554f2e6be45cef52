export { canonicalYaml } from './canonical-yaml.ts'
export { parseYaml, type TextPlace, type YamlDocument, type YamlProblem } from './documents.ts'
