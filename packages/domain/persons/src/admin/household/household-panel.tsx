import {
  Button,
  formatDate,
  LinkButton,
  Loading,
  Notice,
  newHref,
  ProblemNotice,
  useCan,
  useLabels,
  useLocale,
  useModuleText,
} from '@opendpf/admin'
import { useState } from 'react'
import { persons } from '../../contract/index.js'
import { ChangeHeadDialog } from './change-head-dialog.js'
import { JoinDialog } from './join-dialog.js'
import { MoveMemberDialog } from './move-member-dialog.js'
import { SplitDialog } from './split-dialog.js'
import { usePresentMembers } from './use-household.js'

const { member } = persons.records

const dialogs = { split: SplitDialog, merge: JoinDialog, move: MoveMemberDialog, changeHead: ChangeHeadDialog } as const

/** On a household's page: who belongs to it now, and 分户, 并户, 迁移成员, 变更户主. */
export function HouseholdPanel({
  id,
  version,
  fields,
}: {
  readonly id: string
  readonly version: number
  readonly fields: Readonly<Record<string, unknown>>
}) {
  const say = useModuleText(persons.id)
  const locale = useLocale()
  const labels = useLabels(member)
  const can = useCan()
  const { members, error } = usePresentMembers(id)
  const [open, setOpen] = useState<keyof typeof dialogs>()
  if (typeof fields.endedOn === 'string')
    return <Notice title={say('arrange.ended', { date: formatDate(fields.endedOn, locale) })} />
  if (error) return <ProblemNotice error={error} />
  if (!members) return <Loading />
  const offered: readonly (keyof typeof dialogs)[] = [
    ...(members.length > 1 ? (['split', 'changeHead'] as const) : []),
    ...(members.length > 0 ? (['move', 'merge'] as const) : []),
  ]
  const Dialog = open ? dialogs[open] : undefined
  return (
    <>
      {members.length === 0 ? (
        <p>{say('arrange.none')}</p>
      ) : (
        <ul aria-label={say('arrange.members')}>
          {members.map(({ id: own, name, relation }) => (
            <li key={own}>
              {name} {'·'} {labels.choice('relation', relation)}
            </li>
          ))}
        </ul>
      )}
      <div className="actions">
        {can('persons:member.create') && (
          <LinkButton to={newHref(member)} search={{ household: id }}>
            {say('arrange.add')}
          </LinkButton>
        )}
        {can('persons:household.arrange') &&
          offered.map((name) => (
            <Button key={name} onPress={() => setOpen(name)}>
              {say(`arrange.${name}`)}
            </Button>
          ))}
      </div>
      {Dialog && <Dialog id={id} version={version} onClose={() => setOpen(undefined)} />}
    </>
  )
}
