import { ConfirmDialog, DateField, ReferenceField, useAdmin, useModuleText } from '@opendpf/admin'
import { todayIn } from '@opendpf/standards'
import { useState } from 'react'
import { persons } from '../../contract/index.js'
import { controlOf } from './control-of.js'
import type { HouseholdDialogProps } from './dialog-props.js'
import { RelationFields } from './relation-fields.js'
import { useArrange, usePresentMembers } from './use-household.js'

const { household } = persons.records

/** 并户: another household's members join this one, each with a relation to its head. */
export function JoinDialog({ id, version, onClose }: HouseholdDialogProps) {
  const say = useModuleText(persons.id)
  const arrange = useArrange(id, version)
  const { clock } = useAdmin()
  const [other, setOther] = useState('')
  const [relations, setRelations] = useState<Readonly<Record<string, string>>>({})
  const [on, setOn] = useState(todayIn(clock))
  const { members } = usePresentMembers(other)
  return (
    <ConfirmDialog
      isOpen
      isForm
      idOf={controlOf}
      title={say('arrange.merge')}
      confirmLabel={say('arrange.merge')}
      onClose={onClose}
      onConfirm={() => arrange('merge', { other, relations, on })}
    >
      {(errors) => (
        <>
          <ReferenceField
            id={controlOf('other')}
            error={errors.other}
            label={say('arrange.other')}
            isRequired
            target={household}
            value={other}
            onChange={setOther}
          />
          {other === '' ? (
            <p className="hint">{say('arrange.loadOther')}</p>
          ) : (
            <RelationFields errors={errors} members={members ?? []} value={relations} onChange={setRelations} />
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
