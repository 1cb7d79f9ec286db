import { Button } from '../components/button.js'
import { Icon } from '../components/icon.js'
import { Progress } from '../components/progress.js'
import { useText } from '../i18n/use-text.js'
import { formatBytes } from './format-bytes.js'
import type { Upload } from './use-uploads.js'

/** A file on its way with how far it is, or one that did not arrive, with why and what can be done. */
export function UploadItem(props: {
  readonly upload: Upload
  readonly onAgain: () => void
  readonly onDrop: () => void
}) {
  const { upload, onAgain, onDrop } = props
  const t = useText()
  const { name, size } = upload.file
  if (upload.error === undefined) {
    return (
      <li className="file">
        <Progress label={t('attachment.uploading', { name })} done={Math.round(upload.part * 100)} total={100} />
        <Button look="plain" label={t('attachment.stop', { name })} onPress={onDrop}>
          {t('common.cancel')}
        </Button>
      </li>
    )
  }
  return (
    <li className="file" data-failed>
      <span className="file-name">
        {name} <span className="hint">{formatBytes(size)}</span>
      </span>
      <p className="field-error">
        <Icon name="error" />
        {upload.error}
      </p>
      <span className="file-actions">
        <Button look="plain" label={t('attachment.again', { name })} onPress={onAgain}>
          {t('common.retry')}
        </Button>
        <Button look="plain" label={t('attachment.forget', { name })} onPress={onDrop}>
          {t('attachment.forgetShort')}
        </Button>
      </span>
    </li>
  )
}
