export type { FieldContext, RowContext } from './arbitraries/index.js'
export {
  arbitraryOf,
  fieldArbitrary,
  nameArbitrary,
  numberArbitrary,
  residentIdArbitrary,
} from './arbitraries/index.js'
export type {
  CheckName,
  ConformanceFinding,
  ConformanceOptions,
  OwnRoute,
  RouteEntries,
  RouteEntry,
  RouteRequest,
  Target,
} from './conformance/index.js'
export { checkConformance, checkNames, describeConformance, ownRoutesOf } from './conformance/index.js'
export type {
  MakeOptions,
  Sample,
  SampledServer,
  SampleRule,
  SampleRules,
  Sampler,
  SamplerOptions,
  SampleTools,
  SampleValues,
} from './samples/index.js'
export { createSampler, refusalOf, samplePicture } from './samples/index.js'
export { places, testDivisions } from './server/divisions.js'
export type { Call, TestActor, TestAnswer, TestServer, TestServerOptions } from './server/test-server.js'
export { startTestServer } from './server/test-server.js'
export type { TestWork } from './server/test-work.js'
