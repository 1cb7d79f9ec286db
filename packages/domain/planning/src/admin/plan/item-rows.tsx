import {
  AppLink,
  Button,
  editHref,
  formatDate,
  newHref,
  pageHref,
  RecordLink,
  useCan,
  useDivisions,
  useLocale,
  useModuleText,
} from '@opendpf/admin'
import { permissionFor } from '@opendpf/kit'
import { useId, useState } from 'react'
import { type ItemStanding, type PlanProgress, planning, type Standing, targetWords } from '../../contract/index.js'
import { LightChip } from './light-chip.js'
import { SharesDialog } from './shares-dialog.js'
import { forecastWords, resultWords, shareWords } from './standing-words.js'

const { item: record, result, amendment, split } = planning.records

/** An item, and its shares when they are opened. */
export function ItemRows({ item, progress }: { readonly item: ItemStanding; readonly progress: PlanProgress }) {
  const say = useModuleText(planning.id)
  const locale = useLocale()
  const { index } = useDivisions()
  const [isOpen, setOpen] = useState(false)
  const prefix = useId()
  const listed = item.indicator === null ? undefined : { plan: progress.plan.id, item: item.id }
  const owner = [item.organisation?.name, item.owner].filter(Boolean).join(' ')
  return (
    <>
      <tr>
        <td className="tabular">{item.number}</td>
        <th scope="row">
          <RecordLink record={record} id={item.id}>
            {item.title}
          </RecordLink>
          {item.amendments > 0 && <p className="hint">{say('items.amended', { count: item.amendments })}</p>}
          {item.state === 'dropped' && <p className="hint">{say('items.dropped')}</p>}
          {item.shares.length > 0 && (
            <Button
              look="plain"
              isExpanded={isOpen}
              {...(isOpen ? { controls: item.shares.map((one) => `${prefix}-${one.id}`).join(' ') } : {})}
              onPress={() => setOpen(!isOpen)}
            >
              {say('items.shares', { count: item.shares.length })}
            </Button>
          )}
        </th>
        <StandingCells standing={item} name={item.title} listed={listed} />
        <td>{owner === '' ? '—' : owner}</td>
        <td className="tabular">
          {formatDate(item.dueOn, locale)}
          {item.isOverdue && <p className="hint">{say('items.overdue')}</p>}
        </td>
        <td>
          <ItemActions item={item} state={progress.plan.state} division={progress.plan.division} />
        </td>
      </tr>
      {isOpen &&
        item.shares.map((share) => (
          <tr key={share.id} id={`${prefix}-${share.id}`} className="sub-row">
            <td />
            <th scope="row">
              <RecordLink record={split} id={share.id}>
                {index.get(share.division)?.name ?? share.division}
              </RecordLink>
            </th>
            <StandingCells
              standing={share}
              name={`${item.title} ${index.get(share.division)?.name ?? share.division}`}
              listed={listed === undefined ? undefined : { ...listed, division: share.division }}
            />
            <td colSpan={3} />
          </tr>
        ))}
    </>
  )
}

function StandingCells(props: {
  readonly standing: Standing
  readonly name: string
  /** Where the rows counted are listed, if they are. */
  readonly listed: Readonly<Record<string, string>> | undefined
}) {
  const { standing, name, listed } = props
  const say = useModuleText(planning.id)
  const locale = useLocale()
  const { share, expected, target, unit, unitWord, light } = standing
  const words = { say, locale }
  return (
    <>
      <td>{targetWords(target, { unit, word: unitWord }, locale)}</td>
      <td>
        {listed !== undefined && standing.value !== null ? (
          <AppLink
            to={pageHref(planning.id, 'counted')}
            search={listed}
            label={`${resultWords(standing, words)} ${say('counted.open', { item: name })}`}
          >
            {resultWords(standing, words)}
          </AppLink>
        ) : (
          resultWords(standing, words)
        )}
        {standing.asOf !== null && (
          <p className="hint">{say('items.asOf', { day: formatDate(standing.asOf, locale) })}</p>
        )}
      </td>
      <td>
        {share !== null && (
          <progress
            max={1}
            value={Math.min(1, share)}
            aria-label={say('items.shareOf', { share: shareWords(share, say) })}
          />
        )}
        <span className="tabular">{shareWords(share, say)}</span>
        {expected !== null && light !== 'kept' && (
          <p className="hint">{say('items.expected', { share: shareWords(expected, say) })}</p>
        )}
      </td>
      <td>{forecastWords(standing, words)}</td>
      <td>
        <LightChip light={light} />
      </td>
    </>
  )
}

function ItemActions(props: { readonly item: ItemStanding; readonly state: string; readonly division: string }) {
  const { item, state, division } = props
  const say = useModuleText(planning.id)
  const can = useCan()
  const [isSharing, setSharing] = useState(false)
  const of = { item: item.title }
  if (item.state === 'dropped') return null
  const isReported = item.indicator === null && item.shares.length === 0
  return (
    <div className="actions">
      {state === 'draft' && can(permissionFor(record, 'update')) && (
        <AppLink to={editHref(record, item.id)} label={say('items.editOf', of)}>
          {say('items.edit')}
        </AppLink>
      )}
      {state === 'draft' && can(permissionFor(split, 'create')) && can(permissionFor(split, 'remove')) && (
        <Button look="plain" label={say('items.shareOutOf', of)} onPress={() => setSharing(true)}>
          {say('items.shareOut')}
        </Button>
      )}
      {state === 'adopted' && isReported && can(permissionFor(result, 'create')) && (
        <AppLink to={newHref(result)} search={{ item: item.id, division }} label={say('items.reportOf', of)}>
          {say('items.report')}
        </AppLink>
      )}
      {state === 'adopted' && can(permissionFor(amendment, 'create')) && (
        <AppLink to={newHref(amendment)} search={{ item: item.id }} label={say('items.amendOf', of)}>
          {say('items.amend')}
        </AppLink>
      )}
      {isSharing && <SharesDialog item={item} division={division} onClose={() => setSharing(false)} />}
    </div>
  )
}
