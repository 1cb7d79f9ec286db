import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useAdmin } from '../app/admin-context.js'
import { LinkButton } from '../components/app-link.js'
import { Button } from '../components/button.js'
import { EmptyState } from '../components/empty-state.js'
import { Loading } from '../components/loading.js'
import { Page } from '../components/page.js'
import { ProblemNotice } from '../components/problem-notice.js'
import { ChoiceField } from '../fields/choice-field.js'
import { SelectField } from '../fields/select-field.js'
import { useText } from '../i18n/use-text.js'
import { useCan } from '../session/me.js'
import { announce } from '../shell/announce.js'
import { NotFoundPage } from '../shell/not-found-page.js'
import { useDeadlineWords } from './use-deadline-words.js'
import { useWorklist, type WorklistFilter } from './use-worklist.js'
import { WorklistTable } from './worklist-table.js'

/** What waits for whom and until when, across all kinds of work: the most overdue first. */
export function WorklistPage() {
  const t = useText()
  const can = useCan()
  const filter = useSearch({ strict: false }) as Pick<WorklistFilter, 'show' | 'owner' | 'record'>
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetching, isPending } = useWorklist(filter)
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  const total = data?.pages[0]?.total
  const sentence =
    total && t(total.isExact ? 'list.total' : 'list.totalAbove', { total: total.value.toLocaleString('en-US') })
  useEffect(() => {
    if (sentence !== undefined) announce(sentence)
  }, [sentence])
  if (!can('system:deadline.read')) return <NotFoundPage />
  return (
    <Page
      title={t('deadline.worklist')}
      lead={<p>{t('deadline.lead')}</p>}
      crumbs={[{ to: '/', label: t('shell.home') }]}
      actions={can('system:limit.read') && <LinkButton to="/m/system/limits">{t('deadline.limits')}</LinkButton>}
    >
      <Filters filter={filter} />
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {isPending && !error && <Loading lines={8} />}
      {data && rows.length === 0 && <EmptyState title={t('deadline.none')} />}
      {rows.length > 0 && (
        <div className="results">
          <p className="results-sentence">{sentence}</p>
          <WorklistTable caption={t('deadline.worklist')} rows={rows} />
          {hasNextPage && (
            <Button onPress={() => void fetchNextPage()} isDisabled={isFetching}>
              {t('common.more')}
            </Button>
          )}
        </div>
      )}
    </Page>
  )
}

function Filters({ filter }: { readonly filter: WorklistFilter }) {
  const t = useText()
  const navigate = useNavigate()
  const { registry } = useAdmin()
  const can = useCan()
  const words = useDeadlineWords()
  const set = (part: Partial<WorklistFilter>) => {
    const wanted = Object.entries({ ...filter, ...part }).filter(([, value]) => value)
    void navigate({ to: '.', search: Object.fromEntries(wanted) as never, resetScroll: false })
  }
  const kinds = [...registry.records.values()].filter(
    ({ module, name, workflow }) => workflow?.clocks !== undefined && can(`${module}:${name}.read`),
  )
  return (
    <div className="filter-row">
      <SelectField
        id="worklist-show"
        label={t('deadline.show')}
        value={filter.show ?? ''}
        emptyLabel={t('deadline.showAll')}
        options={[
          { value: 'overdue', label: t('deadline.showOverdue') },
          { value: 'week', label: t('deadline.showWeek') },
        ]}
        onChange={(show) => set({ show: show as WorklistFilter['show'] })}
      />
      <ChoiceField
        id="worklist-owner"
        label={t('deadline.owner')}
        value={filter.owner ?? ''}
        emptyLabel={t('common.all')}
        options={words.owners}
        onChange={(owner) => set({ owner })}
      />
      <SelectField
        id="worklist-record"
        label={t('deadline.kind')}
        value={filter.record ?? ''}
        emptyLabel={t('common.all')}
        options={kinds.map(({ ref }) => ({ value: ref, label: words.kind(ref) }))}
        onChange={(record) => set({ record })}
      />
    </div>
  )
}
