import { Button, useModuleText } from '@opendpf/admin'
import { useState } from 'react'
import { certificates } from '../../contract/index.js'
import { CredentialDialog } from './credential-dialog.js'

/** On the page of a certificate: shows the holder's e-certificate (出示电子证). Only a valid one has any. */
export function CredentialPanel({
  id,
  fields,
}: {
  readonly id: string
  readonly fields: Readonly<Record<string, unknown>>
}) {
  const say = useModuleText(certificates.id)
  const [isOpen, setOpen] = useState(false)
  if (fields.state !== 'valid') return <p>{say('credential.notValid')}</p>
  return (
    <>
      <p>{say('credential.lead')}</p>
      <Button onPress={() => setOpen(true)}>{say('credential.show')}</Button>
      {isOpen && <CredentialDialog id={id} onClose={() => setOpen(false)} />}
    </>
  )
}
