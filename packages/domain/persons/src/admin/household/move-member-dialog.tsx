import {
  ChoiceField,
  ConfirmDialog,
  DateField,
  RadioField,
  ReferenceField,
  useAdmin,
  useLabels,
  useModuleText,
} from '@opendpf/admin'
import { todayIn } from '@opendpf/standards'
import { useState } from 'react'
import { persons } from '../../contract/index.js'
import { controlOf } from './control-of.js'
import type { HouseholdDialogProps } from './dialog-props.js'
import { StayingFields } from './staying-fields.js'
import { useArrange, usePresentMembers } from './use-household.js'

const { household, member: memberRecord } = persons.records

/** 迁移成员: one member goes to another household. */
export function MoveMemberDialog({ id, version, onClose }: HouseholdDialogProps) {
  const say = useModuleText(persons.id)
  const arrange = useArrange(id, version)
  const { clock } = useAdmin()
  const relationOptions = useLabels(memberRecord)
    .options('relation')
    .filter(({ value }) => value !== '01')
  const members = usePresentMembers(id).members ?? []
  const [member, setMember] = useState('')
  const [to, setTo] = useState('')
  const [relation, setRelation] = useState('')
  const [stayingHead, setStayingHead] = useState('')
  const [stayingRelations, setStayingRelations] = useState<Readonly<Record<string, string>>>({})
  const [on, setOn] = useState(todayIn(clock))
  const staying = members.filter((one) => one.id !== member)
  const isHeadGoing = members.some((one) => one.id === member && one.relation === '01') && staying.length > 0
  const option = (one: { readonly id: string; readonly name: string }) => ({ value: one.id, label: one.name })
  const move = () =>
    arrange('move-member', { member, to, relation, on, ...(isHeadGoing ? { stayingHead, stayingRelations } : {}) })
  return (
    <ConfirmDialog
      isOpen
      isForm
      idOf={controlOf}
      title={say('arrange.move')}
      confirmLabel={say('arrange.move')}
      onClose={onClose}
      onConfirm={move}
    >
      {(errors) => (
        <>
          <RadioField
            id={controlOf('member')}
            error={errors.member}
            label={say('arrange.member')}
            isRequired
            value={member}
            onChange={setMember}
            options={members.map(option)}
          />
          <ReferenceField
            id={controlOf('to')}
            error={errors.to}
            label={say('arrange.to')}
            isRequired
            target={household}
            value={to}
            onChange={setTo}
          />
          <ChoiceField
            id={controlOf('relation')}
            error={errors.relation}
            label={say('arrange.relation')}
            isRequired
            value={relation}
            onChange={setRelation}
            options={relationOptions}
          />
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
