import { OfNamespace } from '../paths.ts'
import {
  FilterNames,
  FilterOptionsQuery,
  FRAMES_MEDIA_TYPE,
  QueryBatch,
  VariableOptionList,
  VariableOptionsQuery,
} from '../query.ts'
import { AnyResource, TestResult } from '../resources.ts'
import { defineRoute } from '../route.ts'

const tag = 'Queries'
const below = '/api/v1/ns/{ns}'

/** What is asked of datasources. */
export const queryRoutes = {
  runQueries: defineRoute({
    method: 'POST',
    path: `${below}/query`,
    summary: 'Run a batch of queries',
    description:
      'The answer is a stream of messages, one or more for each item, as they are ready. Queries of saved dashboards are named; drafts need the action `query:adhoc`.',
    tag,
    access: { action: 'query', kind: 'datasource' },
    params: OfNamespace,
    body: QueryBatch,
    answers: { 200: { mediaType: FRAMES_MEDIA_TYPE } },
  }),
  variableOptions: defineRoute({
    method: 'POST',
    path: `${below}/variable-options`,
    summary: 'List the options of a variable of a dashboard',
    description:
      'The variable of a saved dashboard is named; one that is being edited needs the action `query:adhoc`. Data sources are options too.',
    tag,
    access: { action: 'query', kind: 'datasource' },
    params: OfNamespace,
    body: VariableOptionsQuery,
    answers: { 200: VariableOptionList },
  }),
  filterOptions: defineRoute({
    method: 'POST',
    path: `${below}/filter-options`,
    summary: 'List keys, or values of a key, that filters of a datasource may have',
    description: 'Needs a dashboard that has a variable of filters for the datasource, or the action `query:adhoc`.',
    tag,
    access: { action: 'query', kind: 'datasource' },
    params: OfNamespace,
    body: FilterOptionsQuery,
    answers: { 200: FilterNames },
  }),
  testDatasource: defineRoute({
    method: 'POST',
    path: `${below}/datasource-test`,
    summary: 'Try a datasource as edited, saved or not',
    tag,
    access: { action: 'datasource:test', kind: 'datasource' },
    params: OfNamespace,
    body: AnyResource,
    answers: { 200: TestResult },
  }),
}
