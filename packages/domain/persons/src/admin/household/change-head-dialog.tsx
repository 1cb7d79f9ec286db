import { ConfirmDialog, RadioField, useModuleText } from '@opendpf/admin'
import { useState } from 'react'
import { persons } from '../../contract/index.js'
import { controlOf } from './control-of.js'
import type { HouseholdDialogProps } from './dialog-props.js'
import { RelationFields } from './relation-fields.js'
import { useArrange, usePresentMembers } from './use-household.js'

/** 变更户主: the new head, and how everybody else is related to it. */
export function ChangeHeadDialog({ id, version, onClose }: HouseholdDialogProps) {
  const say = useModuleText(persons.id)
  const arrange = useArrange(id, version)
  const members = usePresentMembers(id).members ?? []
  const [head, setHead] = useState('')
  const [relations, setRelations] = useState<Readonly<Record<string, string>>>({})
  const others = members.filter((one) => one.relation !== '01')
  return (
    <ConfirmDialog
      isOpen
      isForm
      idOf={controlOf}
      title={say('arrange.changeHead')}
      confirmLabel={say('arrange.changeHead')}
      onClose={onClose}
      onConfirm={() => arrange('change-head', { head, relations })}
    >
      {(errors) => (
        <>
          <RadioField
            id={controlOf('head')}
            error={errors.head}
            label={say('arrange.head')}
            isRequired
            value={head}
            onChange={setHead}
            options={others.map((one) => ({ value: one.id, label: one.name }))}
          />
          {head !== '' && (
            <RelationFields errors={errors} members={members} head={head} value={relations} onChange={setRelations} />
          )}
        </>
      )}
    </ConfirmDialog>
  )
}
