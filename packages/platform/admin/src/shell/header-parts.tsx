import { Suspense } from 'react'
import { useAdmin } from '../app/admin-context.js'
import { useCan } from '../session/me.js'
import { lazyPart } from './lazy-part.js'
import { fullPermission } from './navigation.js'

/** What modules put above every page, for those who may see it. Nothing waits for it: a part that is not there yet takes no room. */
export function HeaderParts() {
  const { contributions } = useAdmin()
  const can = useCan()
  return contributions.flatMap(({ module, header = {} }) =>
    Object.entries(header)
      .filter(([, { permission }]) => can(fullPermission(module.id, permission)))
      .map(([name, { component }]) => {
        const Part = lazyPart(component)
        return (
          <Suspense key={`${module.id}.${name}`} fallback={null}>
            <Part />
          </Suspense>
        )
      }),
  )
}
