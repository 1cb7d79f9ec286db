import { join } from 'node:path'
import type { AttachmentStore, Platform, ScanFile } from '@opendpf/server'
import { createAttachmentStore, folderObjects, s3Objects, scanNothing, scanWithClamd } from '@opendpf/server'
import type { Config } from '../config/config.js'

/** The place where a deployment keeps what people attach to rows. */
export function openAttachments(
  { folder, attachments }: Config,
  { crypto }: Pick<Platform, 'crypto'>,
): AttachmentStore {
  const objects = attachments.s3 ? s3Objects(attachments.s3) : folderObjects(join(folder, 'attachments'))
  return createAttachmentStore(objects, crypto)
}

/** What looks through files before they are kept. */
export function openScanner({ attachments }: Config): ScanFile {
  return attachments.clamd ? scanWithClamd(attachments.clamd) : scanNothing
}
