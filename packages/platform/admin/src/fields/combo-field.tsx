import { useMemo, useState } from 'react'
import { Button as AriaButton, ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components'
import { Icon } from '../components/icon.js'
import { useText } from '../i18n/use-text.js'
import { describedBy, FieldHint, FieldMessages, LabelWords } from './field.js'
import type { SelectFieldProps } from './select-field.js'

/** A text box with a list that narrows while one types: for more options than a native select is good for. */
export function ComboField(props: SelectFieldProps) {
  const { id, label, value, options, onChange, onBlur, error, emptyLabel, isRequired } = props
  const t = useText()
  const chosen = options.find((option) => option.value === value)
  const [typed, setTyped] = useState<string>()
  const description = describedBy(props)
  const text = typed ?? chosen?.label ?? ''
  const shown = useMemo(() => {
    const words = typed?.trim().toLowerCase()
    return words
      ? options.filter((option) => option.label.toLowerCase().includes(words) || option.value.startsWith(words))
      : options
  }, [options, typed])
  // whoever knows the name and types it out has chosen, whether or not the list was open at that moment
  const takeTyped = () => {
    const named = options.find(({ label: name }) => name === typed?.trim())
    if (named) onChange(named.value)
  }
  return (
    <ComboBox
      className="field combo"
      items={shown}
      selectedKey={value || null}
      inputValue={text}
      onInputChange={(next) => {
        setTyped(next)
        if (next === '' && value !== '') onChange('')
      }}
      onSelectionChange={(key) => {
        setTyped(undefined)
        if (key !== null) onChange(String(key))
      }}
      onBlur={() => {
        takeTyped()
        setTyped(undefined)
        onBlur?.()
      }}
      // a list that opened on focus would hide the rest of the page from whoever only passes through with Tab
      menuTrigger="input"
      allowsEmptyCollection
      // what becomes of a text that is no option is said here; else the list would empty the box over what was just taken
      allowsCustomValue
      isInvalid={Boolean(error)}
      isRequired={isRequired ?? false}
      validationBehavior="aria"
      // the description is ours, so that an error stands where every other field has it
      {...(description ? { 'aria-describedby': description } : {})}
    >
      <Label className="label">{label && <LabelWords {...props} />}</Label>
      <FieldHint {...props} />
      <span className="combo-box">
        <Input
          className="input"
          id={id}
          placeholder={emptyLabel ?? t('form.comboHint')}
          autoComplete="off"
          // Enter takes an option; pressed a moment too late or too early it must not send the form, as it does not in a select
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return
            event.preventDefault()
            // what the list points at goes before what was typed
            if (!event.currentTarget.hasAttribute('aria-activedescendant')) takeTyped()
          }}
        />
        <AriaButton
          className="button button-icon combo-open"
          aria-label={t('common.labelled', { label: t('form.comboOpen'), value: label })}
        >
          <Icon name="chevronDown" />
        </AriaButton>
      </span>
      <FieldMessages {...props} />
      <Popover className="popover combo-popover" placement="bottom start">
        <ListBox className="listbox" renderEmptyState={() => <p className="listbox-empty">{t('form.comboEmpty')}</p>}>
          {(option: { value: string; label: string }) => (
            <ListBoxItem className="listbox-item" id={option.value} textValue={option.label}>
              {option.label}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}
