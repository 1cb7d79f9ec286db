import type { AnyRouter, RouterHistory } from '@tanstack/react-router'
import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from '@tanstack/react-router'
import { statementHref } from '../shell/foot.js'
import { NotFoundPage } from '../shell/not-found-page.js'
import { PageFailure } from '../shell/page-failure.js'
import { Shell } from '../shell/shell.js'
import { SkipLink } from '../shell/skip-link.js'
import { StatusRegion } from '../shell/status-region.js'
import { Toasts } from '../shell/toasts.js'

function Root() {
  return (
    <>
      <SkipLink />
      <Outlet />
      <Toasts />
      <StatusRegion />
    </>
  )
}

const root = createRootRoute({ component: Root, notFoundComponent: NotFoundPage })
const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  component: lazyRouteComponent(() => import('../session/sign-in-page.js'), 'SignInPage'),
})
const statement = createRoute({
  getParentRoute: () => root,
  path: statementHref,
  component: lazyRouteComponent(() => import('../accessibility/statement-page.js'), 'StatementPage'),
})
const print = createRoute({
  getParentRoute: () => root,
  path: '/print/$module/$plural/$id',
  component: lazyRouteComponent(() => import('../print/record-sheet-page.js'), 'RecordSheetPage'),
})
const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  component: Shell,
  notFoundComponent: NotFoundPage,
})

/** A page below the shell, loaded when it is opened. */
const page = <Module extends Record<string, unknown>>(
  path: string,
  load: () => Promise<Module>,
  name: keyof Module & string,
) =>
  createRoute({
    getParentRoute: () => shell,
    path,
    component: lazyRouteComponent(load as () => Promise<Record<string, never>>, name),
  })

const pages = [
  page('/', () => import('../shell/home-page.js'), 'HomePage'),
  page('/account', () => import('../session/account-page.js'), 'AccountPage'),
  page('/m/$module/$plural', () => import('../lists/list-page.js'), 'ListPage'),
  page('/m/$module/$plural/new', () => import('../records/create-page.js'), 'CreatePage'),
  page('/m/$module/$plural/$id', () => import('../records/detail-page.js'), 'DetailPage'),
  page('/m/$module/$plural/$id/edit', () => import('../records/edit-page.js'), 'EditPage'),
  page('/p/$module/$page', () => import('../shell/custom-page.js'), 'CustomPageRoute'),
  page('/d/$module/$desk', () => import('../desks/desk-page.js'), 'DeskPage'),
  page('/deadlines', () => import('../deadlines/worklist-page.js'), 'WorklistPage'),
  page('/imports', () => import('../imports/imports-page.js'), 'ImportsPage'),
  page('/imports/new', () => import('../imports/new-import-page.js'), 'NewImportPage'),
  page('/imports/$id/columns', () => import('../imports/columns-page.js'), 'ColumnsPage'),
  page('/imports/$id', () => import('../imports/import-page.js'), 'ImportPage'),
  page('/exports', () => import('../exports/exports-page.js'), 'ExportsPage'),
  page('/deliveries', () => import('../deliveries/deliveries-page.js'), 'DeliveriesPage'),
  page('/jobs', () => import('../jobs/jobs-page.js'), 'JobsPage'),
  page('/audit', () => import('../audit/audit-page.js'), 'AuditPage'),
  createRoute({ getParentRoute: () => shell, path: '$', component: NotFoundPage }),
]

const tree = root.addChildren([signIn, statement, print, shell.addChildren(pages)])

/** All addresses of the app. Search parameters stay plain text: they are the server's own filter language. */
export function createAdminRouter(options: { readonly history?: RouterHistory } = {}): AnyRouter {
  return createRouter({
    routeTree: tree,
    defaultPreload: 'intent',
    defaultErrorComponent: PageFailure,
    scrollRestoration: true,
    parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
    stringifySearch: (search) => {
      const text = new URLSearchParams(
        Object.entries(search).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
      ).toString()
      return text === '' ? '' : `?${text}`
    },
    ...(options.history ? { history: options.history } : {}),
  }) as unknown as AnyRouter
}
