export {
  type DailySource,
  type DuePage,
  type EventSource,
  notificationSources,
  type Occurrence,
  type Owners,
  ownersOf,
} from './sources.js'
