import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useAdmin } from '../app/admin-context.js'
import { Button } from '../components/button.js'
import { Chip } from '../components/chip.js'
import { DataTable } from '../components/data-table.js'
import { EmptyState } from '../components/empty-state.js'
import { Loading } from '../components/loading.js'
import { Page } from '../components/page.js'
import { ProblemNotice } from '../components/problem-notice.js'
import { SelectField } from '../fields/select-field.js'
import { useText } from '../i18n/use-text.js'
import { useCan } from '../session/me.js'
import { showToast } from '../shell/toast-store.js'
import { formatInstant } from '../values/format-date.js'
import type { Delivery } from './use-deliveries.js'
import { deliveryStates, useDeliveries, useReceivers } from './use-deliveries.js'

const tones = { waiting: 'active', done: 'done', dead: 'alarm' } as const

/** What was told to other systems and modules, what they answered, and what was given up, which can be sent again. */
export function DeliveriesPage() {
  const t = useText()
  const { api } = useAdmin()
  const can = useCan()
  const client = useQueryClient()
  const [state, setState] = useState('')
  const [failure, setFailure] = useState<unknown>()
  const query = useDeliveries(state)
  const nameOf = useReceivers()
  const deliveries = query.data?.pages.flatMap((page) => page.deliveries) ?? []
  const retry = async ({ event, target }: Delivery) => {
    setFailure(undefined)
    await api.post('/system/deliveries/retry', { event, target })
    await client.invalidateQueries({ queryKey: ['deliveries'] })
    showToast(t('delivery.retried'))
  }
  const error = failure ?? query.error
  return (
    <Page title={t('delivery.title')} lead={<p>{t('delivery.lead')}</p>} crumbs={[{ to: '/', label: t('shell.home') }]}>
      <div className="filter-row">
        <SelectField
          id="delivery-state"
          label={t('common.state')}
          value={state}
          emptyLabel={t('common.all')}
          options={deliveryStates.map((value) => ({ value, label: t(`delivery.state.${value}`) }))}
          onChange={setState}
        />
      </div>
      {error ? <ProblemNotice error={error} onRetry={() => void query.refetch()} /> : null}
      {query.isPending && !query.error && <Loading lines={6} />}
      {query.data && deliveries.length === 0 && <EmptyState title={t('delivery.empty')} />}
      {deliveries.length > 0 && (
        <DataTable
          caption={t('delivery.title')}
          rows={deliveries}
          keyOf={({ event, target }) => `${event} ${target}`}
          columns={[
            { id: 'event', label: t('delivery.event'), cell: ({ name }) => <code>{name}</code> },
            { id: 'target', label: t('delivery.target'), isRowHeader: true, cell: ({ target }) => nameOf(target) },
            {
              id: 'at',
              label: t('common.time'),
              cell: ({ at }) => <span className="tabular">{formatInstant(at)}</span>,
            },
            {
              id: 'state',
              label: t('common.state'),
              cell: (row) => <Chip tone={tones[row.state]}>{t(`delivery.state.${row.state}`)}</Chip>,
            },
            { id: 'attempts', label: t('delivery.attempts'), isNumeric: true, cell: ({ attempts }) => attempts },
            { id: 'answer', label: t('delivery.answer'), cell: ({ answer, message }) => answer ?? message ?? '—' },
            {
              id: 'next',
              label: t('delivery.next'),
              cell: ({ nextAt }) => <span className="tabular">{nextAt === null ? '—' : formatInstant(nextAt)}</span>,
            },
            {
              id: 'retry',
              label: t('delivery.retry'),
              cell: (row) =>
                row.state === 'dead' && can('system:webhook.update') ? (
                  <Button
                    look="plain"
                    label={t('common.labelled', { label: t('delivery.retry'), value: nameOf(row.target) })}
                    onPress={() => void retry(row).catch(setFailure)}
                  >
                    {t('delivery.retry')}
                  </Button>
                ) : (
                  '—'
                ),
            },
          ]}
        />
      )}
      {query.hasNextPage && (
        <Button onPress={() => void query.fetchNextPage()} isDisabled={query.isFetching}>
          {t('common.more')}
        </Button>
      )}
    </Page>
  )
}
