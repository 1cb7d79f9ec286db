export { type CertificateState, certificate, certificateStates, liveStates, numberHistory } from './certificate.js'
export { certificates } from './certificates.js'
export { type Components, componentsSchema } from './components.js'
export { roster } from './roster.js'
