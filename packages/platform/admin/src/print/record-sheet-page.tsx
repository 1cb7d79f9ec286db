import type { PlacedRecord, RecordAnswer } from '@opendpf/kit'
import { permissionFor } from '@opendpf/kit'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useAdmin } from '../app/admin-context.js'
import { AppLink } from '../components/app-link.js'
import { Button } from '../components/button.js'
import { Loading } from '../components/loading.js'
import { useArrival } from '../components/page.js'
import { ProblemNotice } from '../components/problem-notice.js'
import { shownGroups } from '../forms/form-sections.js'
import { useLabels } from '../i18n/labels.js'
import { useText } from '../i18n/use-text.js'
import { useRecord } from '../records/use-records.js'
import { findRecord, recordHref } from '../routing/links.js'
import { useCan, useMeQuery } from '../session/me.js'
import { NotFoundPage } from '../shell/not-found-page.js'
import { FieldValue } from '../values/field-value.js'
import { formatInstant } from '../values/format-date.js'

/** A row as one A4 sheet. Hidden values stay hidden on paper too. */
export function RecordSheetPage() {
  const {
    module = '',
    plural = '',
    id = '',
  } = useParams({ strict: false }) as { readonly module?: string; readonly plural?: string; readonly id?: string }
  const { registry } = useAdmin()
  const me = useMeQuery()
  const can = useCan()
  const navigate = useNavigate()
  const record = findRecord(registry, module, plural)
  if (me.error) {
    void navigate({ to: '/sign-in', search: { to: `/print/${module}/${plural}/${id}` } as never, replace: true })
    return null
  }
  if (!me.data) return <Loading />
  if (!record || !can(permissionFor(record, 'read'))) return <NotFoundPage />
  return <SheetLoader record={record} id={id} />
}

function SheetLoader({ record, id }: { readonly record: PlacedRecord; readonly id: string }) {
  const { data, error, refetch } = useRecord(record, id)
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />
  return data ? <Sheet record={record} row={data} /> : <Loading />
}

function Sheet({ record, row }: { readonly record: PlacedRecord; readonly row: RecordAnswer }) {
  const t = useText()
  const labels = useLabels(record)
  const { clock } = useAdmin()
  const me = useMeQuery().data
  const title = t('record.sheet', { what: labels.record })
  const heading = useArrival(`${title} - ${t('app.name')}`)
  const groups = shownGroups(record)
  return (
    <div className="sheet-page">
      <nav className="sheet-tools" aria-label={t('shell.breadcrumb')}>
        <AppLink to={recordHref(record, row.id)} className="button button-secondary">
          {labels.title(row.title)}
        </AppLink>
        <Button look="primary" onPress={() => globalThis.print()}>
          {t('record.printNow')}
        </Button>
      </nav>
      <main id="main" className="sheet">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {groups.map((group) => (
          <table className="sheet-table" key={group.title ?? 'other'}>
            <caption>
              {group.title ? labels.section(group.title) : groups.length > 1 ? t('record.other') : t('record.details')}
            </caption>
            <tbody>
              {group.fields.map((field) => (
                <tr key={field}>
                  <th scope="row">{labels.field(field)}</th>
                  <td>
                    <FieldValue record={record} field={field} row={row} isPlain />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        ))}
        <div className="sheet-sign">
          <p>{t('common.labelled', { label: t('record.signature'), value: '' })}</p>
          <p>{t('record.stamp')}</p>
        </div>
        <p className="sheet-foot">
          {t('record.printedAt', { time: formatInstant(clock.now().toISOString()) })} ·{' '}
          {t('record.printedBy', { name: me?.name ?? '' })} · {t('record.version', { version: row.version })}
        </p>
      </main>
    </div>
  )
}
