import { createUser, firstAdministrators } from '@opendpf/access/server'
import { systemActor, writeTransaction } from '@opendpf/server'
import { system } from '@opendpf/server/system'
import { ancestorsOf, isSyntheticDivision, parseDivision } from '@opendpf/standards'
import type { Config } from '../config/config.js'
import { ConfigError } from '../config/config.js'
import { openDeployment } from '../deployment/open-deployment.js'
import { hasNoUsers } from '../serve/demo.js'

export interface InitOptions {
  /** The 12-digit code of the county. */
  readonly code: string
  readonly name: string
}

/**
 * `opendpf init`: the county's division and its first three administrators, kept apart. Towns and villages are imported by the system
 * administrator; everybody else is made by the security administrator.
 */
export async function initCommand(config: Config, { code, name }: InitOptions): Promise<number> {
  const parsed = parseDivision(code)
  if (!parsed.ok || parsed.value.level !== 'county')
    throw new ConfigError(
      `“${code}”不是县级区划代码（12 位，如 990121000000） / “${code}” is no county's division code (12 digits)`,
    )
  const deployment = await openDeployment(config, (text) => console.error(text))
  try {
    const { platform } = deployment
    if (!(await hasNoUsers(platform)))
      throw new ConfigError('已有用户，不能重复初始化 / there are users already; a deployment is initialised once')
    const isSynthetic = isSyntheticDivision(code)
    const users = await writeTransaction(platform, { actor: systemActor, locale: 'zh-CN' }, async ({ context }) => {
      const above = ancestorsOf(code).map((ancestor) => ({
        code: ancestor,
        name: ancestor,
        level: levelOf(ancestor),
        isSynthetic,
      }))
      await context.write.createMany(system.records.division, [...above, { code, name, level: 'county', isSynthetic }])
      const made = []
      for (const administrator of firstAdministrators)
        made.push({ ...administrator, ...(await createUser(context, { ...administrator, division: code })) })
      return made
    })
    console.log(
      '首批管理员（密码只显示这一次，首次登录须修改） / the first administrators (passwords are shown this once and must be changed):',
    )
    for (const { username, password, name: title } of users)
      console.log(`  ${username.padEnd(12)}${password.padEnd(20)}${title}`)
    return 0
  } finally {
    await deployment.close()
  }
}

function levelOf(code: string): string {
  const parsed = parseDivision(code)
  return parsed.ok ? parsed.value.level : 'province'
}
