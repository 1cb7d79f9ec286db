import { migrationSets } from '@opendpf/database'
import { createBackup, restoreBackup } from '@opendpf/database/backup'
import { backupOfAttachments, migrationsOf, restoreAttachment, verifyAuditOn } from '@opendpf/server'
import { systemClock } from '@opendpf/standards'
import type { Config } from '../config/config.js'
import { openAttachments } from '../deployment/attachments.js'
import { describeFinding } from '../deployment/check-audit.js'
import { modules } from '../deployment/modules.js'
import { openDeployment } from '../deployment/open-deployment.js'
import { version } from '../version.js'

/**
 * `opendpf backup <file>`: one consistent snapshot in one checked file, with the files that rows carry, while the server goes on. The keys
 * are not in it.
 */
export async function backupCommand(config: Config, file: string): Promise<number> {
  const deployment = await openDeployment(config, (text) => console.error(text))
  try {
    let missing = 0
    const manifest = await createBackup({
      connection: deployment.database.connectionFor('owner'),
      file,
      version,
      clock: systemClock,
      files: backupOfAttachments(openAttachments(config, deployment.platform), () => {
        missing += 1
      }),
    })
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
    console.log(
      `已备份 ${manifest.tables.length} 张表、${rows} 行、${manifest.files?.count ?? 0} 个附件到 ${file} / backed up ${manifest.tables.length} tables, ${rows} rows and ${manifest.files?.count ?? 0} files`,
    )
    if (missing > 0)
      console.log(
        `有 ${missing} 个附件不在存储中，未能备份，请运行 opendpf verify files / ${missing} files are missing and not in the backup: run opendpf verify files`,
      )
    console.log(
      `请另行保管密钥 ${deployment.keys.path ?? '（环境变量）'}：没有密钥，备份无法读取 / keep the keys apart: without them the backup cannot be read`,
    )
    return 0
  } finally {
    await deployment.close()
  }
}

/** `opendpf restore <file>`: all of it, proved, or nothing. */
export async function restoreCommand(
  config: Config,
  file: string,
  options: { readonly replace: boolean },
): Promise<number> {
  const deployment = await openDeployment(config, (text) => console.error(text))
  try {
    const sets = migrationSets(migrationsOf(modules))
    const manifest = await restoreBackup({
      connection: deployment.database.connectionFor('owner'),
      file,
      // a schema that was made for this very restore holds what its seeds wrote
      replace: options.replace || deployment.isNew,
      expectedSchema: () =>
        sets.flatMap(({ module, migrations }) => Object.keys(migrations).map((name) => `${module}/${name}`)),
      async verify(session) {
        const findings = await verifyAuditOn(session, deployment.platform)
        if (findings.length > 0) throw new Error(findings.map(describeFinding).join('\n'))
      },
      putFile: restoreAttachment(openAttachments(config, deployment.platform)),
    })
    console.log(
      `已恢复 ${manifest.tables.length} 张表、${manifest.files?.count ?? 0} 个附件，行数与审计链均已核对 / restored ${manifest.tables.length} tables and ${manifest.files?.count ?? 0} files; row counts and the audit chain hold`,
    )
    return 0
  } finally {
    await deployment.close()
  }
}
