export type { AttachmentFinding } from './attachments/attachment-finding.js'
export { type AttachmentStore, type ContentPlace, createAttachmentStore } from './attachments/attachment-store.js'
export { type ClamdAddress, scanWithClamd } from './attachments/clamd.js'
export { folderObjects } from './attachments/folder-objects.js'
export {
  attachmentNames,
  backupOfAttachments,
  resealAttachments,
  restoreAttachment,
} from './attachments/keep-attachments.js'
export type { ObjectStore } from './attachments/object-store.js'
export { type S3Options, s3Objects } from './attachments/s3-objects.js'
export { type ScanFile, type ScanResult, scanNothing } from './attachments/scan-file.js'
export { verifyAttachments } from './attachments/verify-attachments.js'
export type { AuditProgress } from './audit/verify-audit.js'
export { verifyAudit, verifyAuditOn } from './audit/verify-audit.js'
export { verifyRows } from './audit/verify-rows.js'
export type { OpenPlatform, OpenPlatformOptions } from './compose/open-platform.js'
export { migrationsOf, openPlatform, withSystem } from './compose/open-platform.js'
export { allowHosts } from './events/allowed-hosts.js'
export { signatureOf } from './events/call-webhook.js'
export { type DeliverOptions, mostAttempts, pauseAfter } from './events/deliver.js'
export { deliverEvents, startDelivery } from './events/start-delivery.js'
export { exportColumns } from './exports/export-columns.js'
export { type ExportRowsOptions, exportRows } from './exports/export-rows.js'
export { type ExportRequest, fetchExport, requestExport, type WantedExport } from './exports/requests.js'
export { createFileStore, type FileStore } from './files/file-store.js'
export { startHousekeeping } from './files/housekeeping.js'
export type { AppOptions } from './http/app.js'
export { createApp } from './http/app.js'
export type { Authenticator, Caller } from './http/authentication.js'
export type { HttpEnv } from './http/environment.js'
export type { ErrorLog } from './http/problems.js'
export type { AddressOf } from './http/public-routes.js'
export { type ImportFileOptions, type ImportResult, importFile } from './imports/import-file.js'
export { type ImportRequest, requestPlan, requestRun, requestUndo, uploadImport } from './imports/requests.js'
export {
  createJobs,
  type JobRequest,
  type Jobs,
  type JobsOptions,
  keepSchedules,
  type QueueConnection,
  queueDueJobs,
} from './jobs/index.js'
export type { Access, AccessLog } from './platform/access-log.js'
export { requirePermission, systemActor } from './platform/actors.js'
export type { Crypto } from './platform/crypto.js'
export { cryptoFromKeys } from './platform/crypto-from-keys.js'
export type { DivisionEntry, Divisions } from './platform/divisions.js'
export type { Platform } from './platform/platform.js'
export type { ReadPath, WantedAttachment } from './read/read-path.js'
export { openReadPath } from './read/read-path.js'
export { createReader } from './read/reader.js'
export { attachServices, type Services } from './system/services.js'
export { takeInBulk } from './workflow/take-in-bulk.js'
export type { Change, Outcome } from './write/draft.js'
export { dryRun, readSnapshot, writeTransaction } from './write/transaction.js'
export type { WriteSession } from './write/write-session.js'
export { rowOrThrow } from './write/writer.js'
