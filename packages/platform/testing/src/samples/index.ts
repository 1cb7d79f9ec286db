export { samplePicture } from './sample-file.js'
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
} from './sampler.js'
export { createSampler, refusalOf } from './sampler.js'
