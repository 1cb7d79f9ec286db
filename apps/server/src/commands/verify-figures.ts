import { type FrozenFinding, verifyFrozen } from '@opendpf/figures/reading'
import { systemActor, writeTransaction } from '@opendpf/server'
import type { Config } from '../config/config.js'
import { openDeployment } from '../deployment/open-deployment.js'

/** `opendpf verify figures`: computes every frozen figure again, as it was known then. Ends with 1 when one differs. */
export async function verifyFiguresCommand(config: Config): Promise<number> {
  const deployment = await openDeployment(config, (text) => console.error(text))
  try {
    const { checked, findings } = await writeTransaction(
      deployment.platform,
      { actor: systemActor, locale: 'zh-CN' },
      ({ context }) => verifyFrozen(context),
    )
    for (const finding of findings) console.log(describe(finding))
    console.log(
      `已核对 ${checked} 项固定数据，发现 ${findings.length} 处不符 / checked ${checked} frozen figures, ${findings.length} differ`,
    )
    return findings.length === 0 ? 0 : 1
  } finally {
    await deployment.close()
  }
}

/** In what a frozen figure differs, in both languages. */
function describe({ id, indicator, purpose, problem, frozen, found }: FrozenFinding): string {
  const what = `${indicator}（${purpose}，${id}）`
  switch (problem) {
    case 'gone':
      return `${what}：指标已不存在，无法核对 / the indicator is gone and cannot be checked`
    case 'definition':
      return `${what}：指标口径已改版，无法核对 / the definition has another version and cannot be checked`
    case 'value':
      return `${what}：固定为 ${frozen ?? '—'}，现在得出 ${found ?? '—'} / frozen as ${frozen ?? '—'}, computed as ${found ?? '—'}`
    case 'members':
      return `${what}：数值相同，统计对象不同 / the number is the same, those counted are not`
  }
}
