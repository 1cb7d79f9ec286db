import { permissionFor } from '@opendpf/kit'
import type { PlacedDesk } from '@opendpf/kit/admin'
import { deskHref, desksOf, maySitAt } from '@opendpf/kit/admin'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useAdmin } from '../app/admin-context.js'
import { Button } from '../components/button.js'
import { EmptyState } from '../components/empty-state.js'
import { Loading } from '../components/loading.js'
import { Page } from '../components/page.js'
import { ProblemNotice } from '../components/problem-notice.js'
import { useLabels } from '../i18n/labels.js'
import { useModuleText, useText } from '../i18n/use-text.js'
import { useCan } from '../session/me.js'
import { announce } from '../shell/announce.js'
import { NotFoundPage } from '../shell/not-found-page.js'
import { BulkDialog } from './bulk-dialog.js'
import { DeskRow } from './desk-row.js'
import { DeskTable } from './desk-table.js'
import { useDeskRows, useFirstDeadlines } from './use-desk.js'

/** A place of work: what waits here, one row of it with everything on one page, and steps for one or for many. */
export function DeskPage() {
  const { module, desk: name } = useParams({ strict: false }) as { readonly module?: string; readonly desk?: string }
  const { contributions, registry } = useAdmin()
  const can = useCan()
  const desks = useMemo(() => desksOf(contributions, registry), [contributions, registry])
  const desk = desks.find((one) => one.module === module && one.name === name)
  return desk && maySitAt(desk, can) ? <OpenDesk key={deskHref(desk)} desk={desk} /> : <NotFoundPage />
}

function OpenDesk({ desk }: { readonly desk: PlacedDesk }) {
  const { placed, together = [] } = desk
  const t = useText()
  const say = useModuleText(desk.module)
  const labels = useLabels(placed)
  const can = useCan()
  const { row: openId } = useSearch({ strict: false }) as { readonly row?: string }
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [verb, setVerb] = useState<string>()
  const query = useDeskRows(desk)
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? []
  const deadlines = useFirstDeadlines(
    desk,
    rows.map(({ id }) => id),
    can('system:deadline.read'),
  )
  useNextAfter(desk, rows, openId)
  const verbs = together.filter((one) => can(permissionFor(placed, one)))
  const picked = rows.filter(({ id }) => chosen.has(id))
  const total = query.data?.pages[0]?.total
  const sentence =
    total && t(total.isExact ? 'list.total' : 'list.totalAbove', { total: total.value.toLocaleString('en-US') })
  useEffect(() => {
    if (sentence !== undefined) announce(sentence)
  }, [sentence])
  return (
    <Page title={say(desk.title)} crumbs={[{ to: '/', label: t('shell.home') }]}>
      {query.error && <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && !query.error && <Loading lines={8} />}
      {query.data && rows.length === 0 && <EmptyState title={t('desk.empty')} />}
      <div className="desk">
        {rows.length > 0 && (
          <section className="desk-list" aria-labelledby="desk-list">
            <h2 id="desk-list">{t('desk.heading')}</h2>
            <p className="results-sentence">{sentence}</p>
            {openId === undefined && <p className="desk-hint">{t('desk.hint')}</p>}
            {verbs.length > 0 && (
              <fieldset className="actions desk-together">
                <legend className="vh">{t('desk.together')}</legend>
                {verbs.map((one) => (
                  <Button key={one} isDisabled={picked.length === 0} onPress={() => setVerb(one)}>
                    {t('desk.forChosen', { step: labels.step(one), count: picked.length })}
                  </Button>
                ))}
              </fieldset>
            )}
            <DeskTable
              desk={desk}
              rows={rows}
              deadlines={deadlines}
              openId={openId}
              chosen={chosen}
              onChoose={verbs.length > 0 ? setChosen : undefined}
              isStale={query.isPlaceholderData}
            />
            {query.hasNextPage && (
              <Button onPress={() => void query.fetchNextPage()} isDisabled={query.isFetching}>
                {t('common.more')}
              </Button>
            )}
          </section>
        )}
        {openId !== undefined && <DeskRow key={openId} record={placed} id={openId} />}
      </div>
      {verb !== undefined && (
        <BulkDialog
          record={placed}
          verb={verb}
          rows={picked}
          onClose={() => setVerb(undefined)}
          onDone={() => setChosen(new Set())}
        />
      )}
    </Page>
  )
}

/** When the row that is open has left the desk, the one that took its place in the list is opened. */
function useNextAfter(desk: PlacedDesk, rows: readonly { readonly id: string }[], openId: string | undefined): void {
  const navigate = useNavigate()
  const place = useRef<{ readonly id: string; readonly index: number }>(undefined)
  useEffect(() => {
    const index = rows.findIndex(({ id }) => id === openId)
    if (openId !== undefined && index >= 0) {
      place.current = { id: openId, index }
      return
    }
    if (openId === undefined || place.current?.id !== openId) return
    const next = rows[Math.min(place.current.index, rows.length - 1)]
    void navigate({ to: deskHref(desk), search: (next ? { row: next.id } : {}) as never, replace: true })
  }, [desk, rows, openId, navigate])
}
