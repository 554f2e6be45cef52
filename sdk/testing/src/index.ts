export { createTestContext, createTestSetup } from './context.ts'
export { collect, testDatasource, testRequest, type DatasourceExample } from './datasource.ts'
export { createTestHttp } from './http.ts'
