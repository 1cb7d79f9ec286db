import { Outlet, useNavigate, useRouterState } from '@tanstack/react-router'
import { useEffect, useId, useState } from 'react'
import { hasCode } from '../api/index.js'
import { Loading } from '../components/loading.js'
import { ProblemNotice } from '../components/problem-notice.js'
import { useCan, useMeQuery } from '../session/me.js'
import { SignInAgain } from '../session/sign-in-again.js'
import { Foot } from './foot.js'
import { Header } from './header.js'
import { NotFoundPage } from './not-found-page.js'
import { permissionOfPage } from './platform-pages.js'
import { SideNav } from './side-nav.js'

/** The frame of every page for somebody who is signed in; nobody is sent to the sign-in page. */
export function Shell() {
  const me = useMeQuery()
  const can = useCan()
  const navId = useId()
  const navigate = useNavigate()
  const location = useRouterState({ select: (state) => state.location })
  const [isOpen, setOpen] = useState(false)
  const needed = permissionOfPage(location.pathname)
  const isAway = hasCode(me.error, 'not-signed-in') || hasCode(me.error, 'second-factor-required')
  const isUnfinished = me.data !== undefined && me.data.state !== 'signed-in'
  const mustSignIn = (isAway && !me.data) || isUnfinished
  useEffect(() => {
    // the shell stays until the sign-in page has loaded: going there twice would nest the address
    if (mustSignIn && location.pathname !== '/sign-in')
      void navigate({ to: '/sign-in', search: { to: location.href } as never, replace: true })
  }, [mustSignIn, navigate, location])
  // biome-ignore lint/correctness/useExhaustiveDependencies: going to another page closes the menu of a small screen
  useEffect(() => setOpen(false), [location.pathname])
  if (me.error && !isAway && !me.data) {
    return (
      <main id="main" className="lonely">
        <ProblemNotice error={me.error} onRetry={() => void me.refetch()} />
      </main>
    )
  }
  if (!me.data || mustSignIn) return <Loading />
  return (
    <div className="shell" data-nav={isOpen ? 'open' : undefined}>
      <Header menu={{ isOpen, controls: navId, onToggle: () => setOpen(!isOpen) }} />
      <div className="shell-body">
        <SideNav id={navId} />
        <main id="main" className="main">
          {needed === undefined || can(needed) ? <Outlet /> : <NotFoundPage />}
          <Foot />
        </main>
      </div>
      <SignInAgain />
    </div>
  )
}
