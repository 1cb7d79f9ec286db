export { schemaFingerprint } from './schema-fingerprint.js'
export {
  type OpenTestDatabase,
  openTestDatabase,
  type PreparedTemplate,
  type TestDatabase,
  type TestDatabaseOptions,
  useTestDatabase,
} from './test-database.js'
export { openTestServer, testBinaries } from './test-server.js'
