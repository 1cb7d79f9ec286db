import type { DocumentCopy } from '@opendpf/kit'
import { useAdmin } from '../app/admin-context.js'
import { DataTable } from '../components/data-table.js'
import { useText } from '../i18n/use-text.js'
import { formatInstant } from '../values/format-date.js'
import { NewTabLink } from './new-tab-link.js'

/** Characters of a hash that tell two files apart on a screen. */
const shownOfHash = 12

/** What was printed: number, time, person, and the file once more. */
export function CopiesTable({
  path,
  called,
  copies,
}: {
  readonly path: string
  readonly called: string
  readonly copies: readonly DocumentCopy[]
}) {
  const t = useText()
  const { api } = useAdmin()
  return (
    <DataTable<DocumentCopy>
      caption={t('document.copies', { document: called })}
      rows={copies}
      keyOf={({ copy }) => String(copy)}
      columns={[
        { id: 'copy', label: t('document.copy'), cell: ({ copy }) => t('document.copyNumber', { copy }) },
        {
          id: 'madeAt',
          label: t('document.madeAt'),
          cell: ({ madeAt }) => <span className="tabular">{formatInstant(madeAt)}</span>,
        },
        { id: 'madeBy', label: t('document.madeBy'), cell: ({ madeByName }) => madeByName },
        {
          id: 'hash',
          label: t('document.hash'),
          cell: ({ hash }) => <span className="tabular">{hash.slice(0, shownOfHash)}</span>,
        },
        {
          id: 'again',
          label: t('common.actions'),
          cell: ({ copy }) => (
            <NewTabLink href={api.href(`${path}/${copy}`)} label={t('document.again', { document: called, copy })}>
              {t('document.againShort')}
            </NewTabLink>
          ),
        },
      ]}
    />
  )
}
