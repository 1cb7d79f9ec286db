import { PreferencesButton } from '../accessibility/preferences-button.js'
import { AppLink } from '../components/app-link.js'
import { Button } from '../components/button.js'
import { Icon } from '../components/icon.js'
import { useText } from '../i18n/use-text.js'
import { LanguageSwitch } from './language-switch.js'
import { ShellParts } from './shell-parts.js'
import { UserMenu } from './user-menu.js'

/** The product's name with its mark. */
function Brand() {
  const t = useText()
  return (
    <span className="brand">
      <svg className="brand-mark" viewBox="0 0 40 40" aria-hidden="true" focusable="false">
        <rect x="1" y="1" width="38" height="38" rx="9" className="brand-ground" />
        <path d="M12 27.500c0-6 3.600-9.500 8-9.500s8 3.500 8 9.500" className="brand-line" />
        <circle cx="20" cy="12" r="3.600" className="brand-fill" />
        <path d="M8 31.500c4 2.300 8 3.200 12 3.200s8-.9 12-3.200" className="brand-line" />
      </svg>
      <span className="brand-words">
        <span className="brand-name">{t('app.name')}</span>
        <span className="brand-sub">{t('app.mark')}</span>
      </span>
    </span>
  )
}

/** The bar above every page. Without a person it shows only what everybody may use. */
export function Header(props: {
  readonly menu?: { readonly isOpen: boolean; readonly controls: string; readonly onToggle: () => void }
}) {
  const { menu } = props
  const t = useText()
  return (
    <header className="top">
      {menu && (
        <span className="menu-button">
          <Button look="plain" isExpanded={menu.isOpen} controls={menu.controls} onPress={menu.onToggle}>
            <Icon name={menu.isOpen ? 'close' : 'menu'} />
            {t('shell.menu')}
          </Button>
        </span>
      )}
      {menu ? (
        <AppLink to="/" className="brand-link">
          <Brand />
        </AppLink>
      ) : (
        <Brand />
      )}
      <div className="top-tools">
        <LanguageSwitch />
        <PreferencesButton />
        {menu && <ShellParts place="header" />}
        {menu && <UserMenu />}
      </div>
    </header>
  )
}
