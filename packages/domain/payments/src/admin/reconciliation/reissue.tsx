import { Button, CheckboxField, ConfirmDialog, refreshRecords, showToast, useApi, useModuleText } from '@opendpf/admin'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { payments } from '../../contract/index.js'

/** Pays everything that came back of a batch anew, once the accounts were mended. */
export function Reissue({ batch }: { readonly batch: string }) {
  const say = useModuleText(payments.id)
  const api = useApi()
  const client = useQueryClient()
  const [isAsking, setAsking] = useState(false)
  const [isAccountRight, setRight] = useState(false)
  const pay = async () => {
    await api.post('/payments/reissues', { batch, isAccountRight })
    await refreshRecords(client)
    showToast(say('reissue.done'))
  }
  return (
    <>
      <Button onPress={() => setAsking(true)}>{say('reissue.do')}</Button>
      {isAsking && (
        <ConfirmDialog
          isOpen
          isForm
          title={say('reissue.ask')}
          confirmLabel={say('reissue.do')}
          onClose={() => setAsking(false)}
          onConfirm={pay}
        >
          <p>{say('reissue.lead')}</p>
          <CheckboxField id="reissue-right" label={say('reissue.right')} value={isAccountRight} onChange={setRight} />
        </ConfirmDialog>
      )}
    </>
  )
}
