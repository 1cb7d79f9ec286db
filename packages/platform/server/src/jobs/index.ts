export { createJobs, type Jobs, type JobsOptions, type QueueConnection } from './jobs.js'
export type { JobRequest } from './queue.js'
export { keepSchedules, queueDueJobs } from './schedules.js'
