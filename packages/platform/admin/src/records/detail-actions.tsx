import type { PlacedRecord, RecordAnswer } from '@opendpf/kit'
import { permissionFor } from '@opendpf/kit'
import { useState } from 'react'
import { LinkButton } from '../components/app-link.js'
import { Button } from '../components/button.js'
import { Icon } from '../components/icon.js'
import { useLabels } from '../i18n/labels.js'
import { useText } from '../i18n/use-text.js'
import { editHref, printHref } from '../routing/links.js'
import { useMay } from '../session/may.js'
import { useCan } from '../session/me.js'
import { RemoveDialog } from './remove-dialog.js'
import { StepDialog } from './step-dialog.js'
import { stepsFrom } from './steps-from.js'

/** What can be done with a row, as far as the person may: the steps of its workflow first. */
export function DetailActions({ record, row }: { readonly record: PlacedRecord; readonly row: RecordAnswer }) {
  const t = useText()
  const labels = useLabels(record)
  const can = useCan()
  const [open, setOpen] = useState<string>()
  const steps = stepsFrom(record, row).filter((verb) => can(permissionFor(record, verb)))
  const may = useMay(record)
  const close = () => setOpen(undefined)
  return (
    <>
      {steps.map((verb, index) => (
        <Button key={verb} look={index === 0 ? 'primary' : 'secondary'} onPress={() => setOpen(`do:${verb}`)}>
          {labels.step(verb)}
        </Button>
      ))}
      {may('update') && (
        <LinkButton to={editHref(record, row.id)} look={steps.length === 0 ? 'primary' : 'secondary'}>
          <Icon name="edit" />
          {t('common.edit')}
        </LinkButton>
      )}
      <LinkButton to={printHref(record, row.id)}>
        <Icon name="print" />
        {t('record.print')}
      </LinkButton>
      {may('remove') && (
        <Button onPress={() => setOpen('remove')}>
          <Icon name="trash" />
          {t('common.remove')}
        </Button>
      )}
      {steps.map((verb) => (
        <StepDialog key={verb} record={record} row={row} verb={verb} isOpen={open === `do:${verb}`} onClose={close} />
      ))}
      <RemoveDialog record={record} row={row} isOpen={open === 'remove'} onClose={close} />
    </>
  )
}
