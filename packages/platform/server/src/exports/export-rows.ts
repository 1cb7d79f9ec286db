import type { Session } from '@opendpf/database'
import type { Actor, ListQuery, PlacedRecord } from '@opendpf/kit'
import type { ListedOptions } from '@opendpf/kit/server'
import type { SheetValue } from '@opendpf/sheets'
import { codecOf } from '../platform/codec.js'
import type { Platform } from '../platform/platform.js'
import { answerRows } from '../read/answer-rows.js'
import { readAnyPage } from '../read/any-page.js'
import type { Page, PageOptions } from '../read/page-options.js'
import { narrowQuery } from '../read/readable-with.js'
import { type ExportField, exportedFields } from './export-columns.js'

const pageSize = 1000

export interface ExportRowsOptions {
  readonly platform: Platform
  readonly session: Session
  readonly actor: Actor
  readonly record: PlacedRecord
  readonly query: ListQuery
  /** The rows that the list is narrowed to, and when they were known. */
  readonly listed?: ListedOptions | undefined
  readonly columns: readonly ExportField[]
  /** Told after each page; it may stop the work by throwing. */
  readonly onPage: (done: number) => Promise<void>
}

/** The rows of a list as cells, page by page in the order of the screen, from one and the same moment. */
export async function* exportRows(options: ExportRowsOptions): AsyncGenerator<readonly SheetValue[]> {
  const { platform, session, actor, record, columns } = options
  await session.query({ text: 'set transaction isolation level repeatable read, read only', values: [] })
  await platform.divisions.ready()
  const fields = exportedFields(record)
  let done = 0
  for (let cursor: string | undefined, isFirst = true; isFirst || cursor !== undefined; isFirst = false) {
    const page = await onePage(options, [...new Set([...fields, record.title])], cursor)
    const answers = await answerRows(record, page.rows, { platform, session, scope: actor.scope, fields })
    for (const [index, row] of page.rows.entries()) {
      const answer = answers[index]
      if (answer) yield columns.map((column) => column.value(answer, row))
    }
    done += page.rows.length
    await options.onPage(done)
    cursor = page.next
  }
}

async function onePage(
  { platform, session, actor, record, query, listed }: ExportRowsOptions,
  fields: readonly string[],
  cursor: string | undefined,
): Promise<Page> {
  const page: PageOptions = {
    record,
    codec: codecOf(record, platform.crypto),
    scope: actor.scope,
    query: {
      ...narrowQuery(record, query, { actor, registry: platform.registry }),
      limit: pageSize,
      ...(cursor === undefined ? {} : { cursor }),
    },
    fields,
    asOf: listed?.asOf,
    among: listed?.among,
  }
  return readAnyPage(session, page, { crypto: platform.crypto })
}
