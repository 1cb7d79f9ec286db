import type { AuditFinding } from '@opendpf/database'

/** A finding as a sentence in both languages: which entry or row, and what is wrong with it. */
export function describeFinding(finding: AuditFinding): string {
  switch (finding.kind) {
    case 'entry-changed':
      return `区县 ${finding.county} 的第 ${finding.seq} 条审计记录被改动 / entry ${finding.seq} of county ${finding.county} was changed`
    case 'entry-missing':
      return `区县 ${finding.county} 的第 ${finding.seq} 条审计记录缺失 / entry ${finding.seq} of county ${finding.county} is missing`
    case 'head-changed':
      return `区县 ${finding.county} 的审计链末端被改动（第 ${finding.seq} 条起） / the end of the chain of county ${finding.county} was changed (from entry ${finding.seq})`
    case 'row-changed':
      return `记录 ${finding.record} ${finding.recordId}（第 ${finding.version} 版）被绕过系统改动 / row ${finding.record} ${finding.recordId} (version ${finding.version}) was changed behind the system`
    case 'row-missing':
      return `记录 ${finding.record} ${finding.recordId}（第 ${finding.version} 版）被绕过系统删除 / row ${finding.record} ${finding.recordId} (version ${finding.version}) was taken away behind the system`
    case 'row-without-entry':
      return `记录 ${finding.record} ${finding.recordId}（第 ${finding.version} 版）没有审计记录 / row ${finding.record} ${finding.recordId} (version ${finding.version}) has no audit entry`
  }
}
