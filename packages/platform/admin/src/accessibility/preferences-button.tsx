import { useEffect, useId, useRef, useState } from 'react'
import { Dialog, Heading, Popover } from 'react-aria-components'
import { AppLink } from '../components/app-link.js'
import { Button } from '../components/button.js'
import { Icon } from '../components/icon.js'
import { CheckboxField, RadioField } from '../fields/group-fields.js'
import { useLocale, useText } from '../i18n/use-text.js'
import { announce } from '../shell/announce.js'
import { statementHref } from '../shell/foot.js'
import type { Preferences } from './preferences.js'
import { followFocus, readAloud, speech } from './read-aloud.js'
import { changePreferences, resetPreferences, usePreferences } from './use-preferences.js'

/** The one panel for seeing, pointing and hearing: 无障碍与长辈版. */
export function PreferencesButton() {
  const t = useText()
  const locale = useLocale()
  const opener = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  const { isReadAloud } = usePreferences()
  useEffect(() => (isReadAloud ? followFocus(locale) : undefined), [isReadAloud, locale])
  return (
    <>
      <Button ref={opener} look="plain" isExpanded={isOpen} onPress={() => setOpen(!isOpen)}>
        <Icon name="accessibility" />
        <span className="tool-words">{t('a11y.panel')}</span>
      </Button>
      <Popover
        className="popover panel"
        triggerRef={opener}
        isOpen={isOpen}
        onOpenChange={setOpen}
        placement="bottom end"
      >
        <Dialog className="dialog">
          <Heading slot="title" level={2} className="panel-title">
            {t('a11y.panel')}
          </Heading>
          <PreferencesForm />
        </Dialog>
      </Popover>
    </>
  )
}

function PreferencesForm() {
  const t = useText()
  const locale = useLocale()
  const id = useId()
  const preferences = usePreferences()
  const hasVoice = speech() !== undefined
  return (
    <div className="panel-body">
      <RadioField
        id={`${id}-text`}
        label={t('a11y.text')}
        isStacked
        value={preferences.text}
        options={(['standard', 'large', 'extra'] as const).map((value) => ({ value, label: t(`a11y.text.${value}`) }))}
        onChange={(value) => changePreferences({ text: value as Preferences['text'] })}
      />
      <RadioField
        id={`${id}-contrast`}
        label={t('a11y.contrast')}
        isStacked
        value={preferences.contrast}
        options={(['standard', 'high'] as const).map((value) => ({ value, label: t(`a11y.contrast.${value}`) }))}
        onChange={(value) => changePreferences({ contrast: value as Preferences['contrast'] })}
      />
      <CheckboxField
        id={`${id}-pointer`}
        label={t('a11y.pointer')}
        value={preferences.isLargePointer}
        onChange={(isLargePointer) => changePreferences({ isLargePointer })}
      />
      <CheckboxField
        id={`${id}-motion`}
        label={t('a11y.motion')}
        value={preferences.isCalm}
        onChange={(isCalm) => changePreferences({ isCalm })}
      />
      <CheckboxField
        id={`${id}-read`}
        label={t('a11y.readAloud')}
        hint={hasVoice ? undefined : t('a11y.noVoice')}
        value={preferences.isReadAloud}
        onChange={(isReadAloud) => changePreferences({ isReadAloud })}
      />
      <div className="actions">
        <Button onPress={() => readAloud(document.getElementById('main')?.textContent ?? '', locale)}>
          {t('a11y.readPage')}
        </Button>
        <Button onPress={() => speech()?.cancel()}>{t('a11y.stopReading')}</Button>
        <Button
          onPress={() => {
            resetPreferences()
            announce(t('a11y.resetDone'))
          }}
        >
          {t('a11y.reset')}
        </Button>
      </div>
      <p className="hint">{t('a11y.kept')}</p>
      <p>
        <AppLink to={statementHref}>{t('statement.title')}</AppLink>
      </p>
    </div>
  )
}
