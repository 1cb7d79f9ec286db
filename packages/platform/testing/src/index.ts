export { places, testDivisions } from './server/divisions.js'
export type { Call, TestActor, TestAnswer, TestServer, TestServerOptions } from './server/test-server.js'
export { startTestServer } from './server/test-server.js'
