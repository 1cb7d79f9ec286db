export { type JobRequest, type Jobs, type JobsOptions, createJobs, type QueueConnection } from './jobs.js'
export { installJobQueue } from './queue-schema.js'
