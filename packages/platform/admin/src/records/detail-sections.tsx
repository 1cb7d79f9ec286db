import type { PlacedRecord, RecordAnswer } from '@opendpf/kit'
import { fieldMeta, permissionFor } from '@opendpf/kit'
import { useState } from 'react'
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
  /** An earlier version shows nothing in full. */
  readonly isPast: boolean
}

/** The fields of a row in the record's own sections; hidden values can be shown with a reason. */
export function DetailSections({ record, row, revealed, onReveal, isPast }: DetailSectionsProps) {
  const t = useText()
  const labels = useLabels(record)
  const can = useCan()
  const [asking, setAsking] = useState<readonly string[]>()
  const hidden = row.masked.filter((field) => !(field in revealed))
  const mayReveal = !isPast && can(permissionFor(record, 'reveal'))
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
                  <FieldValue record={record} field={field} row={row} revealed={revealed} />
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
          onReveal={(values) => onReveal({ ...revealed, ...values })}
        />
      )}
    </div>
  )
}

/** What takes a line of its own: long text that is there and can be read. */
function isLong(record: PlacedRecord, field: string, row: RecordAnswer): boolean {
  const value = row.fields[field]
  return (
    ['multiline', 'data'].includes(fieldMeta(record, field).kind) &&
    value !== null &&
    value !== undefined &&
    !row.masked.includes(field)
  )
}
