import { useParams, useSearch } from '@tanstack/react-router'
import { Suspense } from 'react'
import { useAdmin } from '../app/admin-context.js'
import { Loading } from '../components/loading.js'
import { Page } from '../components/page.js'
import { useModuleText } from '../i18n/use-text.js'
import { useCan } from '../session/me.js'
import { lazyPart } from './lazy-part.js'
import { fullPermission } from './navigation.js'
import { NotFoundPage } from './not-found-page.js'

/** A page that a module brings; its heading and its address are the platform's. */
export function CustomPageRoute() {
  const { module = '', page: name = '' } = useParams({ strict: false }) as {
    readonly module?: string
    readonly page?: string
  }
  const search = useSearch({ strict: false }) as Readonly<Record<string, string>>
  const { contributions } = useAdmin()
  const can = useCan()
  const say = useModuleText(module)
  const page = contributions.find((one) => one.module.id === module)?.pages?.[name]
  if (!page || !can(fullPermission(module, page.permission))) return <NotFoundPage />
  const Part = lazyPart(page.component)
  return (
    <Page key={`${module}/${name}`} title={say(page.title)}>
      <Suspense fallback={<Loading />}>
        <Part params={new URLSearchParams(search)} />
      </Suspense>
    </Page>
  )
}
