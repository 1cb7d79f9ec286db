import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { Icon } from '../components/icon.js'
import { useText } from '../i18n/use-text.js'
import { useMe, useSignOut } from '../session/me.js'
import { announce } from './announce.js'

/** Who is signed in and where he works; his account and the way out. */
export function UserMenu() {
  const t = useText()
  const me = useMe()
  const signOut = useSignOut()
  const navigate = useNavigate()
  const [isOpen, setOpen] = useState(false)
  const leave = async () => {
    await signOut().catch(() => undefined)
    announce(t('account.signedOut'))
    await navigate({ to: '/sign-in' })
  }
  return (
    <MenuTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <AriaButton className="button button-plain user-button">
        <Icon name="user" />
        <span className="vh">{t('shell.userMenu')}</span>
        <span className="user-words">
          <span className="user-name">{me.name}</span>
          <span className="user-division">{me.divisionName ?? t('shell.allDivisions')}</span>
        </span>
        <Icon name="chevronDown" />
      </AriaButton>
      <Popover className="popover" placement="bottom end">
        <Menu
          className="listbox"
          onAction={(key) => {
            if (key === 'account') void navigate({ to: '/account' })
            else void leave()
          }}
        >
          <MenuItem className="listbox-item" id="account">
            {t('shell.account')}
          </MenuItem>
          <MenuItem className="listbox-item" id="sign-out">
            {t('shell.signOut')}
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
