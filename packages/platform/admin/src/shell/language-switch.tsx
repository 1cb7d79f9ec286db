import { useTranslation } from 'react-i18next'
import { Button } from '../components/button.js'
import { useText } from '../i18n/use-text.js'

/** Where the chosen language is kept. */
export const languageKey = 'opendpf.language'

/** Changes to the other language; the button is written in that language. */
export function LanguageSwitch() {
  const t = useText()
  const { i18n } = useTranslation()
  const other = i18n.language === 'en' ? 'zh-CN' : 'en'
  return (
    <Button
      look="plain"
      onPress={() => {
        globalThis.localStorage.setItem(languageKey, other)
        void i18n.changeLanguage(other)
      }}
    >
      <span lang={other}>{t('shell.language')}</span>
    </Button>
  )
}
