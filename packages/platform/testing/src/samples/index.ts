export type { MakeOptions, Sample, SampleRule, SampleRules, Sampler, SamplerOptions, SampleValues } from './sampler.js'
export { createSampler, refusalOf } from './sampler.js'
