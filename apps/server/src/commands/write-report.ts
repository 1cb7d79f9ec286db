import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Actor, permissionFor } from '@opendpf/kit'
import type { SnapshotContext } from '@opendpf/kit/server'
import { planning } from '@opendpf/planning'
import { draftNarrative, type ReportKind, reports } from '@opendpf/reports'
import { type ReportContent, reportFile, reportFormats, takeFigures } from '@opendpf/reports/server'
import type { Platform } from '@opendpf/server'
import { readSnapshot } from '@opendpf/server'
import { ConfigError } from '../config/config.js'

const { report } = reports.records
const { plan } = planning.records

export interface ReportAsked {
  readonly actor: Actor
  /** The year of the annual plan that is reported on. */
  readonly year: number
  readonly kind: ReportKind
  /** Where the files are written; made when it is not there. */
  readonly folder: string
}

/** What was written, and whether the report is final. */
export interface WrittenReport {
  readonly files: readonly string[]
  readonly isFinal: boolean
}

/**
 * Writes the report of a year's plan as a document, a workbook and a page: the one that is final, else the one that is drafted, else one from
 * the figures of today, of which nothing is kept.
 *
 * @throws ConfigError when there is no plan of the year in the actor's territory, or he may not read reports
 */
export async function writeReport(
  platform: Platform,
  { actor, year, kind, folder }: ReportAsked,
): Promise<WrittenReport> {
  if (!actor.permissions.has(permissionFor(report, 'read')))
    throw new ConfigError(`${actor.name} 没有查看总结报告的权限 / ${actor.name} may not read reports`)
  const { content, isFinal } = await readSnapshot(platform, { actor, locale: 'zh-CN' }, (context) =>
    contentOf(context, { year, kind }),
  )
  await mkdir(folder, { recursive: true })
  const files = reportFormats.map((format) =>
    join(folder, `${content.title.replaceAll(/[/\\:*?"<>|]/g, ' ')}.${format}`),
  )
  for (const [at, format] of reportFormats.entries())
    await writeFile(files[at] ?? '', await reportFile(content, format, 'zh-CN'))
  return { files, isFinal }
}

async function contentOf(
  context: SnapshotContext,
  { year, kind }: Pick<ReportAsked, 'year' | 'kind'>,
): Promise<{ readonly content: ReportContent; readonly isFinal: boolean }> {
  const { read, registry } = context
  const plans = await read.many(plan, { kind: 'annual', firstYear: year })
  // a county's plan goes before those of its towns
  const [found] = plans.toSorted((one, other) => one.division.localeCompare(other.division))
  if (!found) throw new ConfigError(`没有 ${year} 年度计划 / there is no annual plan of ${year}`)
  const written = await read.many(report, { plan: found.id, kind })
  const kept = written.find(({ state }) => state === 'final') ?? written.at(-1)
  if (kept) return { content: kept, isFinal: kept.state === 'final' }
  const figures = await takeFigures(context, found.id)
  if (!figures) throw new ConfigError(`没有 ${year} 年度计划 / there is no annual plan of ${year}`)
  const title = `${found.title} ${registry.text(reports.id, 'zh-CN', `report.kind.${kind}`)}`
  const unsigned = { documentNumber: null, issuer: null, issuedOn: null }
  const narrative = draftNarrative(kind, figures)
  return { content: { title, ...unsigned, narrative, figures, figuresOn: figures.day }, isFinal: false }
}
