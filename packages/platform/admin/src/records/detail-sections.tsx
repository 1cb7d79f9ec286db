import type { PlacedRecord, RecordAnswer } from '@opendpf/kit'
import { fieldMeta, permissionFor } from '@opendpf/kit'
import { useState } from 'react'
import { AttachmentList } from '../attachments/attachment-list.js'
import { filesIn } from '../attachments/files-in.js'
import { Button } from '../components/button.js'
import { Facts } from '../components/facts.js'
import { Icon } from '../components/icon.js'
import { Section } from '../components/section.js'
import { shownGroups } from '../forms/form-sections.js'
import { useLabels } from '../i18n/labels.js'
import { useText } from '../i18n/use-text.js'
import { useCan } from '../session/me.js'
import { FieldValue } from '../values/field-value.js'
import { RevealDialog } from './reveal-dialog.js'

export interface DetailSectionsProps {
  readonly record: PlacedRecord
  readonly row: RecordAnswer
  readonly revealed: Readonly<Record<string, unknown>>
  readonly onReveal: (values: Readonly<Record<string, unknown>>) => void
  /** The instant of an earlier version, which shows nothing in full. */
  readonly asOf?: string | undefined
}

/** The fields of a row in the record's own sections; hidden values can be shown with a reason. */
export function DetailSections({ record, row, revealed, onReveal, asOf }: DetailSectionsProps) {
  const t = useText()
  const labels = useLabels(record)
  const can = useCan()
  const [asking, setAsking] = useState<readonly string[]>()
  // said once for this look at the row, and logged with each file that is opened
  const [reason, setReason] = useState('')
  const hidden = row.masked.filter((field) => !(field in revealed))
  const mayReveal = asOf === undefined && can(permissionFor(record, 'reveal'))
  const isShown = Object.keys(revealed).length > 0
  const groups = shownGroups(record)
  return (
    <div className="detail-main">
      {groups.map((group, index) => (
        <Section
          key={group.title ?? 'other'}
          title={
            group.title ? labels.section(group.title) : groups.length > 1 ? t('record.other') : t('record.details')
          }
          actions={
            index === 0 &&
            mayReveal && (
              <>
                {hidden.length > 0 && (
                  <Button onPress={() => setAsking(hidden)}>
                    <Icon name="eye" />
                    {t('record.reveal')}
                  </Button>
                )}
                {isShown && (
                  <Button onPress={() => onReveal({})}>
                    <Icon name="lock" />
                    {t('record.hide')}
                  </Button>
                )}
              </>
            )
          }
        >
          <Facts
            items={group.fields.map((field) => ({
              label: labels.field(field),
              isWide: isLong(record, field, row),
              value: (
                <>
                  {filesIn(record, field, row.fields).length > 0 ? (
                    <AttachmentList
                      record={record}
                      row={row}
                      field={field}
                      asOf={asOf}
                      files={filesIn(record, field, field in revealed ? revealed : row.fields)}
                      reason={field in revealed ? reason : undefined}
                    />
                  ) : (
                    <FieldValue record={record} field={field} row={row} revealed={revealed} />
                  )}
                  {mayReveal && hidden.includes(field) && (
                    <Button
                      look="plain"
                      label={t('record.revealField', { field: labels.field(field) })}
                      onPress={() => setAsking([field])}
                    >
                      {t('record.show')}
                    </Button>
                  )}
                </>
              ),
            }))}
          />
        </Section>
      ))}
      {asking && (
        <RevealDialog
          record={record}
          id={row.id}
          fields={asking}
          onClose={() => setAsking(undefined)}
          onReveal={(values, said) => {
            setReason(said)
            onReveal({ ...revealed, ...values })
          }}
        />
      )}
    </div>
  )
}

/** What takes a line of its own: files, and long text that is there and can be read. */
function isLong(record: PlacedRecord, field: string, row: RecordAnswer): boolean {
  const value = row.fields[field]
  const { kind } = fieldMeta(record, field)
  return (
    value !== null &&
    value !== undefined &&
    (kind === 'attachments' || (['multiline', 'data'].includes(kind) && !row.masked.includes(field)))
  )
}
