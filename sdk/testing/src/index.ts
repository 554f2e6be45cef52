export { createTestContext, createTestSetup } from './context.ts'
export { collect, testDatasource, type DatasourceExample } from './datasource.ts'
export { createTestHttp } from './http.ts'
export { testRequest } from './request.ts'
