import type { AttachmentFinding } from '@opendpf/server'
import { verifyAttachments } from '@opendpf/server'
import type { Config } from '../config/config.js'
import { openAttachments } from '../deployment/attachments.js'
import { openDeployment } from '../deployment/open-deployment.js'

/** `opendpf verify files`: reads every file that a row carries or carried. Ends with 1 when one is missing or was altered. */
export async function verifyFilesCommand(config: Config): Promise<number> {
  const deployment = await openDeployment(config, (text) => console.error(text))
  try {
    const { platform } = deployment
    let files = 0
    const findings = await verifyAttachments(platform, openAttachments(config, platform), (done) => {
      files = done
    })
    for (const finding of findings) console.log(describe(finding))
    console.log(
      `已核对 ${files} 个附件，发现 ${findings.length} 处问题 / checked ${files} files, found ${findings.length} problem(s)`,
    )
    return findings.length === 0 ? 0 : 1
  } finally {
    await deployment.close()
  }
}

function describe({ kind, record, recordId, field, file }: AttachmentFinding): string {
  const place = `${record} ${recordId} ${field} ${file}`
  return kind === 'file-missing'
    ? `附件缺失：${place} / file missing: ${place}`
    : `附件被改动：${place} / file altered: ${place}`
}
