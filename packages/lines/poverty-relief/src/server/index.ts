export { setDemoStandards } from './demo-standards.js'
export { povertyReliefServer } from './poverty-relief-server.js'
