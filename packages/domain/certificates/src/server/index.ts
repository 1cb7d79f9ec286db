export { type CertificatesServerOptions, certificatesServer, createCertificatesServer } from './certificates-server.js'
export { type NationalAnswer, type NationalSync, takeAnswer } from './national/national-sync.js'
