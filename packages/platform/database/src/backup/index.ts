export type { BackupFile, FindFiles, PutFile } from './backup-files.js'
export { type BackupOptions, createBackup } from './create.js'
export { BackupError, type BackupErrorParams } from './errors.js'
export {
  type BackupManifest,
  backupFormat,
  type FilesManifest,
  type SequenceManifest,
  type TableManifest,
} from './manifest.js'
export { type BackupErrorCode, backupMessages } from './messages.js'
export { type RestoreOptions, restoreBackup } from './restore.js'
export { verifyBackup } from './verify.js'
