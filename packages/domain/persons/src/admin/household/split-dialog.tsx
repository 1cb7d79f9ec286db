import { CheckboxGroup, ConfirmDialog, DateField, RadioField, useAdmin, useModuleText } from '@opendpf/admin'
import { todayIn } from '@opendpf/standards'
import { useState } from 'react'
import { persons } from '../../contract/index.js'
import { controlOf } from './control-of.js'
import type { HouseholdDialogProps } from './dialog-props.js'
import { RelationFields } from './relation-fields.js'
import { StayingFields } from './staying-fields.js'
import { useArrange, usePresentMembers } from './use-household.js'

/** 分户: who leaves, under which head; when the old head is among them, who heads those who stay. */
export function SplitDialog({ id, version, onClose }: HouseholdDialogProps) {
  const say = useModuleText(persons.id)
  const arrange = useArrange(id, version)
  const { clock } = useAdmin()
  const members = usePresentMembers(id).members ?? []
  const [leaving, setLeaving] = useState<readonly string[]>([])
  const [head, setHead] = useState('')
  const [relations, setRelations] = useState<Readonly<Record<string, string>>>({})
  const [stayingHead, setStayingHead] = useState('')
  const [stayingRelations, setStayingRelations] = useState<Readonly<Record<string, string>>>({})
  const [on, setOn] = useState(todayIn(clock))
  const [going, staying] = [
    members.filter((one) => leaving.includes(one.id)),
    members.filter((one) => !leaving.includes(one.id)),
  ]
  const isHeadGoing = going.some((one) => one.relation === '01') && staying.length > 0
  const option = (one: { readonly id: string; readonly name: string }) => ({ value: one.id, label: one.name })
  const split = () =>
    arrange('split', {
      members: leaving,
      head,
      relations,
      on,
      ...(isHeadGoing ? { stayingHead, stayingRelations } : {}),
    })
  return (
    <ConfirmDialog
      isOpen
      isForm
      idOf={controlOf}
      title={say('arrange.split')}
      confirmLabel={say('arrange.split')}
      onClose={onClose}
      onConfirm={split}
    >
      {(errors) => (
        <>
          <CheckboxGroup
            id={controlOf('members')}
            error={errors.members}
            label={say('arrange.leaving')}
            isRequired
            value={leaving}
            onChange={setLeaving}
            options={members.map(option)}
          />
          {going.length > 0 && (
            <RadioField
              id={controlOf('head')}
              error={errors.head}
              label={say('arrange.newHead')}
              isRequired
              value={head}
              onChange={setHead}
              options={going.map(option)}
            />
          )}
          {head !== '' && (
            <RelationFields errors={errors} members={going} head={head} value={relations} onChange={setRelations} />
          )}
          {isHeadGoing && (
            <StayingFields
              errors={errors}
              staying={staying}
              head={stayingHead}
              onHead={setStayingHead}
              relations={stayingRelations}
              onRelations={setStayingRelations}
            />
          )}
          <DateField
            id={controlOf('on')}
            error={errors.on}
            label={say('arrange.on')}
            isRequired
            value={on}
            onChange={setOn}
          />
        </>
      )}
    </ConfirmDialog>
  )
}
