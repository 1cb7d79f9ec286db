import type { PlacedRecord } from '@opendpf/kit'
import type { Subject } from './subject.js'

/** What a module is looked at for, in the order of the report. */
export const checkNames = [
  'names',
  'messages',
  'workflow',
  'permissions',
  'routes',
  'schema',
  'indexes',
  'scope',
  'masking',
  'audit',
  'history',
  'idempotency',
  'versions',
  'steps',
  'queries',
  'round-trip',
] as const

export type CheckName = (typeof checkNames)[number]

/** One thing that is not as every module must be. */
export interface ConformanceFinding {
  readonly check: CheckName
  /** A module, record (`visits.visit`), field, route or table. */
  readonly where: string
  readonly problem: string
}

export type Report = (where: string, problem: string) => void

/** One thing that every module must do, whatever it is for. */
export interface Check {
  readonly name: CheckName
  /** The sentence of a test report that begins with the module's id. */
  readonly title: string
  run(subject: Subject, report: Report): Promise<void> | void
}

/** Declares a check that looks at one record after the other; a failure in one does not hide the next. */
export function recordCheck(
  check: Omit<Check, 'run'> & {
    readonly run: (record: PlacedRecord, subject: Subject, report: Report) => Promise<void>
  },
): Check {
  return {
    ...check,
    async run(subject, report) {
      for (const record of subject.records)
        await check.run(record, subject, report).catch((error: unknown) => report(record.ref, messageOf(error)))
    },
  }
}

/** Runs one check; what it throws is a finding too. */
export async function runCheck(check: Check, subject: Subject): Promise<readonly ConformanceFinding[]> {
  const findings: ConformanceFinding[] = []
  const report: Report = (where, problem) => void findings.push({ check: check.name, where, problem })
  try {
    await check.run(subject, report)
  } catch (error) {
    report(subject.module.id, messageOf(error))
  }
  return findings
}

function messageOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? ` (${error.cause.message})` : ''
  return `${error instanceof Error ? error.message : String(error)}${cause}`
}
