export { createJobs, type JobRequest, type Jobs, type JobsOptions, type QueueConnection } from './jobs.js'
