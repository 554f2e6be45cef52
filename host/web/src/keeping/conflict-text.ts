import { panelEntry, type DashboardSpec } from '@orrery/dashboard'
import { t } from '../text.ts'
import { propertyText } from './property-text.ts'

/** In words, where in the text of a dashboard two people changed the same. `specs` tell the titles of panels. */
export function conflictPlace(path: readonly string[], specs: readonly DashboardSpec[]): string {
  const [top, part, name = '', ...inside] = path
  if (top === 'spec' && (part === 'panels' || part === 'libraryPanels')) {
    const title = specs.map((spec) => panelEntry(spec, name)?.title).find(Boolean) ?? name
    const panelType = specs.map(({ panels }) => panels[name]?.type).find(Boolean)
    const panel = t('Panel {name}', { name: title })
    const [list, query = '', ...below] = inside
    const property =
      list === 'queries' && below.length > 0
        ? t('Query {name}: {property}', { name: query, property: propertyText('query', below) })
        : propertyText('panel', inside, { panelType })
    return property ? `${panel} › ${property}` : panel
  }
  if (top === 'spec' && (part === 'variables' || part === 'annotations') && name) {
    const [subject, title] =
      part === 'variables'
        ? (['variable', t('Variable {name}', { name })] as const)
        : (['annotation', t('Annotation {name}', { name })] as const)
    const property = propertyText(subject, inside)
    return property ? `${title} › ${property}` : title
  }
  return propertyText('dashboard', path.slice(1))
}
