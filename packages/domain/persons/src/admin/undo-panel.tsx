import { Button, ConfirmDialog, refreshRecords, showToast, useApi, useModuleText } from '@opendpf/admin'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { persons } from '../contract/index.js'

/** On the page of a merge: takes it back. */
export function UndoPanel({ id, fields }: { readonly id: string; readonly fields: Readonly<Record<string, unknown>> }) {
  const say = useModuleText(persons.id)
  const api = useApi()
  const client = useQueryClient()
  const [isAsking, setAsking] = useState(false)
  if (fields.state !== 'done') return <p>{say('merge.problem.undone')}</p>
  const undo = async () => {
    await api.post(`/persons/merges/${id}/undo`)
    await refreshRecords(client)
    showToast(say('compare.undone'))
  }
  return (
    <>
      <p>{say('undo.lead')}</p>
      <Button onPress={() => setAsking(true)}>{say('compare.undo')}</Button>
      {isAsking && (
        <ConfirmDialog
          isOpen
          title={say('undo.ask')}
          confirmLabel={say('compare.undo')}
          isDanger
          onClose={() => setAsking(false)}
          onConfirm={undo}
        >
          <p>{say('undo.lead')}</p>
        </ConfirmDialog>
      )}
    </>
  )
}
