import { Button, DateField, MultilineField, RadioField, Section, useModuleText } from '@opendpf/admin'
import type { Attachment } from '@opendpf/kit'
import { useState } from 'react'
import { lostModes, reachedModes, surveys } from '../../contract/index.js'
import { FileField } from './photo-question.js'
import type { RecordDraft } from './record-draft.js'

const consents = ['signed', 'spoken', 'guardian'] as const

/** How the person was met, and whether he agreed to be asked. Where he was met is noted only when somebody presses for it. */
export function ContactFields(props: {
  readonly draft: RecordDraft
  readonly hasSignature: boolean
  readonly onChange: (part: Partial<RecordDraft>) => void
}) {
  const { draft, hasSignature, onChange } = props
  const say = useModuleText(surveys.id)
  const [takeSignature] = useState(() => (signature: readonly Attachment[]) => onChange({ signature }))
  const isLost = (lostModes as readonly string[]).includes(draft.contact)
  return (
    <Section title={say('interview.section.contact')}>
      <RadioField
        id="collect-contact"
        label={say('interview.contact')}
        isRequired
        isStacked
        value={draft.contact}
        options={[...reachedModes, ...lostModes].map((value) => ({ value, label: say(`interview.contact.${value}`) }))}
        onChange={(contact) => onChange({ contact })}
      />
      <DateField
        id="collect-day"
        label={say('interview.visitedOn')}
        isRequired
        value={draft.visitedOn}
        onChange={(visitedOn) => onChange({ visitedOn })}
      />
      <MultilineField
        id="collect-note"
        label={say('interview.contactNote')}
        isRequired={isLost}
        isOptionalShown={!isLost}
        rows={2}
        value={draft.contactNote}
        onChange={(contactNote) => onChange({ contactNote })}
      />
      {!isLost && (
        <RadioField
          id="collect-consent"
          label={say('interview.consent')}
          hint={say('collect.consentHint')}
          isRequired
          value={draft.consent}
          options={consents.map((value) => ({ value, label: say(`interview.consent.${value}`) }))}
          onChange={(consent) => onChange({ consent })}
        />
      )}
      {!isLost && draft.consent === 'signed' && (
        <FileField
          id="collect-signature"
          label={say('interview.consentSignature')}
          hint={hasSignature ? say('collect.hasSignature') : undefined}
          name="consentSignature"
          max={1}
          files={draft.signature}
          onChange={takeSignature}
        />
      )}
      <PositionButton position={draft.position} onPosition={(position) => onChange({ position })} />
    </Section>
  )
}

/** Notes the place by the device's own position: off unless somebody presses, and taken back with one more press. */
function PositionButton(props: { readonly position: string; readonly onPosition: (position: string) => void }) {
  const { position, onPosition } = props
  const say = useModuleText(surveys.id)
  const [isRefused, setRefused] = useState(false)
  if (!('geolocation' in globalThis.navigator)) return null
  const note = () =>
    globalThis.navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setRefused(false)
        onPosition(`${coords.latitude.toFixed(5)},${coords.longitude.toFixed(5)}`)
      },
      () => setRefused(true),
      { timeout: 20_000 },
    )
  return (
    <div className="actions">
      {position === '' ? (
        <Button look="plain" onPress={note}>
          {say('collect.notePosition')}
        </Button>
      ) : (
        <Button look="plain" onPress={() => onPosition('')}>
          {say('collect.forgetPosition', { position })}
        </Button>
      )}
      {isRefused && (
        <span className="hint" role="status">
          {say('collect.noPosition')}
        </span>
      )}
    </div>
  )
}
