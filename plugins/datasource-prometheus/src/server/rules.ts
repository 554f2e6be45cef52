import {
  check,
  defineTable,
  integer,
  json,
  number,
  optional,
  text,
  time,
  Type,
  type Frame,
  type QueryRequest,
  type Static,
} from '@orrery/sdk'
import type { Api } from './api.ts'
import { JsonData } from './answer/json-value.ts'
import { parseValue } from './answer/value.ts'

const Texts = Type.Optional(Type.Record(Type.String(), Type.String()))
const word = Type.Optional(Type.String())

const Alert = Type.Object({
  labels: Texts,
  annotations: Texts,
  state: word,
  activeAt: word,
  value: Type.Optional(Type.Union([Type.String(), Type.Number()])),
})
const Alerts = Type.Object({ alerts: Type.Array(Alert) })

const Rule = Type.Object({
  name: Type.String(),
  query: word,
  type: word,
  state: word,
  health: word,
  lastError: word,
  labels: Texts,
  annotations: Texts,
  alerts: Type.Optional(Type.Array(Alert)),
  duration: Type.Optional(Type.Number()),
  evaluationTime: Type.Optional(Type.Number()),
  lastEvaluation: word,
})
const Rules = Type.Object({
  groups: Type.Array(Type.Object({ name: Type.String(), file: word, rules: Type.Array(Rule) })),
})

const RuleTable = defineTable({
  group: text(),
  rule: text(),
  type: text(),
  state: text(),
  health: text(),
  activeSince: time(),
  value: number(),
  alerts: integer(),
  lastError: text(),
  query: text(),
  for: number({ unit: 's' }),
  labels: json(),
  annotations: json(),
  evaluated: time(),
  evaluation: number({ unit: 's' }),
})

const AlertTable = defineTable({
  alert: text(),
  state: text(),
  activeSince: time(),
  value: number(),
  labels: json(),
  annotations: json(),
  summary: optional(text()),
})

type Question = Pick<QueryRequest<unknown>, 'refId' | 'signal'>

const timeOf = (date = '') => {
  const ms = Date.parse(date)
  // Go's zero time, year 1, stands for never.
  return ms > 0 ? ms : null
}
const valueOf = (value: Static<typeof Alert>['value']) => {
  const number = typeof value === 'string' ? parseValue(value) : value
  return number ?? null
}

/** The rules with their state: https://prometheus.io/docs/prometheus/latest/querying/api/#rules */
export async function queryRules(api: Api, { refId, signal }: Question): Promise<readonly Frame[]> {
  const data = new JsonData()
  await api.get('rules', new URLSearchParams(), data, signal)
  const { groups } = check(Rules, data.value, 'The list of rules')
  const rows = groups.flatMap(({ name: group, rules }) =>
    rules.map((rule) => {
      // The alert that began first says since when, and what value it has.
      const [first] = (rule.alerts ?? []).toSorted((a, b) => (timeOf(a.activeAt) ?? 0) - (timeOf(b.activeAt) ?? 0))
      return {
        group,
        rule: rule.name,
        type: rule.type ?? null,
        state: rule.state ?? null,
        health: rule.health ?? null,
        activeSince: timeOf(first?.activeAt),
        value: valueOf(first?.value),
        alerts: rule.alerts?.length ?? null,
        lastError: rule.lastError || null,
        query: rule.query ?? null,
        for: rule.duration ?? null,
        labels: rule.labels ?? null,
        annotations: rule.annotations ?? null,
        evaluated: timeOf(rule.lastEvaluation),
        evaluation: rule.evaluationTime ?? null,
      }
    }),
  )
  return [RuleTable.fromRows(rows, { refId })]
}

/** The alerts that are pending or firing: https://prometheus.io/docs/prometheus/latest/querying/api/#alerts */
export async function queryAlerts(api: Api, { refId, signal }: Question): Promise<readonly Frame[]> {
  const data = new JsonData()
  await api.get('alerts', new URLSearchParams(), data, signal)
  const { alerts } = check(Alerts, data.value, 'The list of alerts')
  const rows = alerts.map(({ labels = {}, annotations = {}, state, activeAt, value }) => ({
    alert: labels['alertname'] ?? null,
    state: state ?? null,
    activeSince: timeOf(activeAt),
    value: valueOf(value),
    labels,
    annotations,
    summary: annotations['summary'] ?? annotations['description'] ?? null,
  }))
  return [AlertTable.fromRows(rows, { refId })]
}
