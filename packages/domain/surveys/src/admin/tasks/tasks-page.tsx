import {
  AppLink,
  EmptyState,
  Loading,
  Notice,
  ProblemNotice,
  pageHref,
  SelectField,
  useCan,
  useDivisions,
  useList,
  useMe,
  useModuleText,
} from '@opendpf/admin'
import type { RecordAnswer } from '@opendpf/kit'
import { useState } from 'react'
import { surveys, writtenStates } from '../../contract/index.js'
import { keptDrafts } from '../collecting/kept-drafts.js'
import { VillageOfTask } from '../villages/village-of-task.js'
import { TaskRecords } from './task-records.js'

const { assignment } = surveys.records
const views = ['open', 'done', 'all'] as const
type View = (typeof views)[number]
const statesOf: Readonly<Record<View, readonly string[]>> = { open: writtenStates, done: ['done', 'checked'], all: [] }

/** Whom to visit (入户调查): the list of a village, with what is still to do, and what stands on this device and was not sent. */
export function TasksPage() {
  const say = useModuleText(surveys.id)
  const can = useCan()
  const { index } = useDivisions()
  const [chosen, setChosen] = useState('')
  const [view, setView] = useState<View>('open')
  const tasks = useList(assignment, { filters: { isClosed: { any: ['false'] } }, limit: 100 })
  if (tasks.error) return <ProblemNotice error={tasks.error} onRetry={() => void tasks.refetch()} />
  if (!tasks.data) return <Loading />
  const { rows } = tasks.data
  const task = rows.find(({ id }) => id === chosen) ?? rows[0]
  const labelOf = ({ title, division, fields }: RecordAnswer) =>
    [title, division === null ? undefined : index.nameOf(division), fields.commissioner]
      .filter((part) => typeof part === 'string')
      .join(' · ')
  return (
    <>
      <p className="page-lead">{say('tasks.lead')}</p>
      <UnsentNotice />
      {task === undefined ? (
        <EmptyState title={say('tasks.none')} />
      ) : (
        <>
          <SelectField
            id="survey-task"
            label={say('tasks.task')}
            value={task.id}
            hasNoEmpty
            options={rows.map((row) => ({ value: row.id, label: labelOf(row) }))}
            onChange={setChosen}
          />
          <SelectField
            id="survey-view"
            label={say('tasks.view')}
            value={view}
            hasNoEmpty
            options={views.map((value) => ({ value, label: say(`tasks.view.${value}`) }))}
            onChange={(next) => setView(next as View)}
          />
          {can('surveys:village.collect') && typeof task.fields.campaign === 'string' && task.division !== null && (
            <VillageOfTask campaign={task.fields.campaign} division={task.division} />
          )}
          <TaskRecords key={`${task.id} ${view}`} task={task.id} states={statesOf[view]} />
        </>
      )}
    </>
  )
}

/** Records that stand on this device alone: nobody else sees them before they are sent. */
function UnsentNotice() {
  const say = useModuleText(surveys.id)
  const kept = keptDrafts(globalThis.localStorage, useMe().id)
  if (kept.length === 0) return null
  return (
    <Notice kind="warning" title={say('tasks.unsent', { count: kept.length })}>
      <ul>
        {kept.map(({ id, number }) => (
          <li key={id}>
            <AppLink to={pageHref(surveys.id, 'collect')} search={{ interview: id }}>
              {say('tasks.unsentOne', { number })}
            </AppLink>
          </li>
        ))}
      </ul>
    </Notice>
  )
}
