export type { RouteEntries, RouteEntry, RouteRequest, Target } from './expectation.js'
