import { type ReportKind, reportKinds } from '@opendpf/reports'
import { type Config, ConfigError } from '../config/config.js'
import { actingAs } from './acting-as.js'
import { writeReport } from './write-report.js'

export interface ReportOptions {
  readonly year: string
  readonly kind: string
  /** The user whose report it is: his permissions and his territory hold. */
  readonly as: string
}

/** `opendpf report <folder>`: the report of a year's plan as files. */
export async function reportCommand(
  config: Config,
  folder: string,
  { year, kind, as }: ReportOptions,
): Promise<number> {
  if (!/^\d{4}$/.test(year))
    throw new ConfigError(`年度应为四位数字，现为“${year}” / the year has four digits, not “${year}”`)
  if (!isKind(kind))
    throw new ConfigError(`报告类别应为 ${reportKinds.join('、')} 之一 / the kind is one of ${reportKinds.join(', ')}`)
  const { files, isFinal } = await actingAs(config, as, ({ deployment, actor }) =>
    writeReport(deployment.platform, { actor, year: Number(year), kind, folder }),
  )
  for (const file of files) console.log(file)
  if (!isFinal) console.log('报告尚未定稿 / the report is not final')
  return 0
}

function isKind(kind: string): kind is ReportKind {
  return (reportKinds as readonly string[]).includes(kind)
}
