import { verifyAudit } from '@opendpf/server'
import type { Config } from '../config/config.js'
import { describeFinding } from '../deployment/check-audit.js'
import { openDeployment } from '../deployment/open-deployment.js'

/** `opendpf verify audit`: walks every chain, then every row. Ends with 1 when something does not hold. */
export async function verifyAuditCommand(config: Config): Promise<number> {
  const deployment = await openDeployment(config, (text) => console.error(text))
  try {
    let counts = { entries: 0, rows: 0 }
    const findings = await verifyAudit(deployment.platform, ({ stage, done }) => {
      counts = { ...counts, [stage]: done }
    })
    for (const finding of findings) console.log(describeFinding(finding))
    console.log(
      `已核对 ${counts.entries} 条审计记录、${counts.rows} 条数据，发现 ${findings.length} 处问题 / checked ${counts.entries} entries and ${counts.rows} rows, found ${findings.length} problem(s)`,
    )
    return findings.length === 0 ? 0 : 1
  } finally {
    await deployment.close()
  }
}
