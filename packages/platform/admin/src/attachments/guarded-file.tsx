import type { Attachment } from '@opendpf/kit'
import { useEffect, useState } from 'react'
import { useAdmin } from '../app/admin-context.js'
import { Button } from '../components/button.js'
import { Dialog } from '../components/dialog.js'
import { Icon } from '../components/icon.js'
import { ProblemNotice } from '../components/problem-notice.js'
import { useText } from '../i18n/use-text.js'

/** Opens one hidden file, with the reason that was given; the server logs it before it answers. A picture is shown here, others are saved. */
export function GuardedFile(props: { readonly path: string; readonly file: Attachment; readonly reason: string }) {
  const { path, file, reason } = props
  const { name } = file
  const t = useText()
  const { api } = useAdmin()
  const [address, setAddress] = useState<string>()
  const [failure, setFailure] = useState<unknown>()
  const [isBusy, setBusy] = useState(false)
  // what was shown stays in memory no longer than it is shown
  useEffect(() => {
    if (address !== undefined) return () => URL.revokeObjectURL(address)
    return undefined
  }, [address])
  const isPicture = file.type.startsWith('image/')
  const open = async (): Promise<void> => {
    setBusy(true)
    setFailure(undefined)
    try {
      const content = URL.createObjectURL(await api.file(`${path}/reveal`, { reason }))
      if (isPicture) setAddress(content)
      else save(content, name)
    } catch (error) {
      setFailure(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <Button
        look="plain"
        label={t(isPicture ? 'attachment.openFile' : 'attachment.downloadFile', { name })}
        isBusy={isBusy}
        onPress={() => void open()}
      >
        <Icon name={isPicture ? 'eye' : 'download'} />
        {t(isPicture ? 'attachment.open' : 'attachment.download')}
      </Button>
      {failure !== undefined && <ProblemNotice error={failure} />}
      {address !== undefined && (
        <Dialog title={name} isOpen onClose={() => setAddress(undefined)} size="large">
          <img className="whole-picture" src={address} alt={name} />
          <p>
            <a className="button button-secondary" href={address} download={name}>
              <Icon name="download" />
              {t('attachment.download')}
            </a>
          </p>
        </Dialog>
      )}
    </>
  )
}

/** Hands a content to the browser to be saved. */
function save(address: string, name: string): void {
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // the browser has taken hold of it by the next turn
  setTimeout(() => URL.revokeObjectURL(address), 0)
}
