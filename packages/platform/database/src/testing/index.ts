export {
  type OpenTestDatabase,
  openTestDatabase,
  type PreparedTemplate,
  type TestDatabase,
  type TestDatabaseOptions,
  useTestDatabase,
} from './test-database.js'
export { openTestServer, testBinaries } from './test-server.js'
