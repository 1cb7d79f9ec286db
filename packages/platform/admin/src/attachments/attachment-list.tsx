import type { Attachment, PlacedRecord, RecordAnswer } from '@opendpf/kit'
import { pathOf } from '@opendpf/kit'
import { useState } from 'react'
import { useAdmin } from '../app/admin-context.js'
import { Icon } from '../components/icon.js'
import { useText } from '../i18n/use-text.js'
import { useFileName } from './file-name.js'
import { formatBytes, formatType } from './format-bytes.js'
import { GuardedFile } from './guarded-file.js'

/**
 * The files of a row: pictures in small, each opened in a tab of its own or saved. Of a hidden field they have numbers instead of names
 * until a reason is given, and are then opened one at a time.
 */
export function AttachmentList(props: {
  readonly record: PlacedRecord
  readonly row: RecordAnswer
  readonly field: string
  readonly files: readonly Attachment[]
  /** The instant of an earlier version. */
  readonly asOf?: string | undefined
  /** Why hidden files are opened; undefined until it was said. */
  readonly reason: string | undefined
}) {
  const { record, row, field, files, asOf, reason } = props
  const t = useText()
  const { api } = useAdmin()
  const nameOf = useFileName()
  const isHidden = row.masked.includes(field)
  const pathTo = (file: Attachment): string =>
    `${pathOf(record)}/${encodeURIComponent(row.id)}/attachments/${field}/${file.id}`
  const hrefOf = (file: Attachment): string =>
    api.href(`${pathTo(file)}${asOf === undefined ? '' : `?asOf=${encodeURIComponent(asOf)}`}`)
  return (
    <ul className="files">
      {files.map((file, index) => {
        const name = nameOf(file, index)
        const facts = (
          <span className="hint">
            {formatType(file.type)} · {formatBytes(file.bytes)}
          </span>
        )
        if (isHidden) {
          return (
            <li className="file" key={file.id}>
              <span className="file-name">
                <Icon name="lock" />
                {name} {facts}
              </span>
              {reason !== undefined && <GuardedFile path={pathTo(file)} file={file} reason={reason} />}
            </li>
          )
        }
        return (
          <li className="file" key={file.id}>
            {file.type.startsWith('image/') && <Thumbnail href={hrefOf(file)} name={name} />}
            <span className="file-name">
              {name} {facts}
            </span>
            <a
              className="button button-plain"
              href={hrefOf(file)}
              download={file.name}
              aria-label={t('attachment.downloadFile', { name })}
            >
              <Icon name="download" />
              {t('attachment.download')}
            </a>
          </li>
        )
      })}
    </ul>
  )
}

/** A picture in small that leads to the whole one; of one that cannot be shown its name is left. */
function Thumbnail({ href, name }: { readonly href: string; readonly name: string }) {
  const t = useText()
  const [isBroken, setBroken] = useState(false)
  return (
    <a className="thumbnail" href={href} target="_blank" rel="noopener" title={t('attachment.openFile', { name })}>
      {isBroken ? (
        <span>{t('attachment.openFile', { name })}</span>
      ) : (
        <img src={href} alt={name} loading="lazy" onError={() => setBroken(true)} />
      )}
      <span className="vh">{t('attachment.newTab')}</span>
    </a>
  )
}
