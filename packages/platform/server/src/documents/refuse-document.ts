import { type FieldProblem, OpenDpfError, problemOf } from '@opendpf/errors'
import { documentsOfRow } from '@opendpf/kit'
import type { Locale } from '@opendpf/messages'
import type { Row } from '../platform/codec.js'
import type { Platform } from '../platform/platform.js'
import { speak } from '../write/draft.js'
import { documentTitle, type NamedDocument } from './named-document.js'

/** Why a document cannot be made from a row as it stands; undefined when it can. */
export function refusalOf(
  document: NamedDocument,
  row: Row,
  { platform: { registry }, locale }: { readonly platform: Pick<Platform, 'registry'>; readonly locale: Locale },
): OpenDpfError | undefined {
  const { record, name, declared } = document
  if (!documentsOfRow(record, row).some(([known]) => known === name)) return new OpenDpfError('not-found')
  if (declared.states && !declared.states.includes(String(row[record.workflow?.field ?? ''])))
    return new OpenDpfError('wrong-state', { params: { step: documentTitle(registry, locale, document) } })
  const speech = speak(registry, locale)
  const missing = (declared.needs ?? []).filter((field) => row[field] === null || row[field] === undefined)
  if (missing.length > 0)
    return new OpenDpfError('invalid-input', {
      fields: missing.map((field) => speech.own(record, field, 'neededByDocument')),
    })
  return undefined
}

/** The refusal in words, as a page shows it beside the document. */
export function problemsOf(error: OpenDpfError | undefined, locale: Locale): readonly FieldProblem[] {
  if (!error) return []
  const { code, detail, errors = [] } = problemOf(error, locale)
  return errors.length > 0 ? errors : [{ path: '', code, message: detail }]
}
