import type { StarterDashboard } from '@orrery/sdk'
import { limits, lines, list, stat, toSpec } from './panels.ts'

/** The rules that this server evaluates, and the alerts that they made. */
const rules: StarterDashboard = (datasource) =>
  toSpec(datasource, 'What fires, what is pending, and how the rules of this server are.', [
    [
      'firing',
      stat(
        'Firing',
        { expr: 'count(ALERTS{alertstate="firing"}) or vector(0)', legend: 'firing' },
        { ...limits(1, 5), width: 6 },
      ),
    ],
    [
      'pending',
      stat(
        'Pending',
        { expr: 'count(ALERTS{alertstate="pending"}) or vector(0)', legend: 'pending' },
        { ...limits(1, 5), width: 6 },
      ),
    ],
    [
      'course',
      lines(
        'Alerts by name',
        { expr: 'sum by (alertname, alertstate) (ALERTS)', legend: '{{alertname}} {{alertstate}}' },
        { min: 0, decimals: 0, height: 4 },
        { drawStyle: 'bars', stacking: 'normal', fillOpacity: 60 },
      ),
    ],
    ['alerts', list('Alerts', { type: 'alerts' }, ['summary', 'alert', 'state', 'activeSince', 'value', 'labels'])],
    [
      'rules',
      list('Rules', { type: 'rules' }, [
        'rule',
        'group',
        'type',
        'state',
        'health',
        'lastError',
        'evaluation',
        'query',
      ]),
    ],
  ])
export default rules
