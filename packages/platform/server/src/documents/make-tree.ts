import type { Session } from '@opendpf/database'
import { type DocumentTree, documentTreeOf } from '@opendpf/documents'
import type { Actor, PlacedRecord } from '@opendpf/kit'
import { fieldsOf } from '@opendpf/kit'
import type { DocumentContext } from '@opendpf/kit/server'
import { formatChineseDate, isIsoDate, todayIn } from '@opendpf/standards'
import type { Row } from '../platform/codec.js'
import type { Platform } from '../platform/platform.js'
import { answerRows } from '../read/answer-rows.js'
import { createReader } from '../read/reader.js'
import { sayer } from '../read/sayer.js'
import { makerOf, type NamedDocument } from './named-document.js'
import { type Revealed, sparingReader } from './sparing-reader.js'

/** Where a document is made: within a transaction, as whoever prints it. */
export interface TreeTools {
  readonly platform: Platform
  readonly session: Session
  readonly actor: Actor
}

/** A document before it is laid out, and what it shows in full. */
export interface MadeTree {
  readonly tree: DocumentTree
  readonly revealed: readonly Revealed[]
}

/** Makes the tree of a document from a row that the actor may see. */
export async function makeTree(document: NamedDocument, row: Row, tools: TreeTools): Promise<MadeTree> {
  const { platform, session, actor } = tools
  const reader = sparingReader(
    createReader({ platform, actor, run: (work) => work(session) }),
    actor,
    document.declared,
  )
  const context: DocumentContext = {
    today: todayIn(platform.clock),
    registry: platform.registry,
    read: reader.read,
    county: row.county === null ? '' : platform.divisions.nameOf(`${row.county}000000`),
    placeOf: (division) => (division === null ? '' : platform.divisions.fullNameOf(division)),
    words: async (record, one) => (await wordsOf(record, one as unknown as Row, tools)) as never,
  }
  const made = await makerOf(platform, document)(reader.spare(document.record, row) as never, context)
  return { tree: documentTreeOf(made), revealed: reader.revealed }
}

/** The values of a row in words. A masked value stays masked: it is no code any more. */
async function wordsOf(
  record: PlacedRecord,
  row: Row,
  { platform, session, actor }: TreeTools,
): Promise<Readonly<Record<string, string>>> {
  const fields = fieldsOf(record)
  const names = fields.map(({ name }) => name)
  const [answer] = await answerRows(record, [row], { platform, session, scope: actor.scope, fields: names })
  const labels = answer?.labels ?? {}
  return Object.fromEntries(
    fields.map(({ name, meta }) => {
      const said = sayer(record, name, { registry: platform.registry, locale: 'zh-CN' })(row[name], { labels })
      const words = said === null ? '' : String(said)
      return [name, meta.kind === 'date' && isIsoDate(words) ? formatChineseDate(words) : words]
    }),
  )
}
