import { Suspense } from 'react'
import { useAdmin } from '../app/admin-context.js'
import { useCan } from '../session/me.js'
import { lazyPart } from './lazy-part.js'
import { fullPermission } from './navigation.js'

/** What modules put at a place of the frame, for those who may see it. Nothing waits for it: a part that is not there yet takes no room. */
export function ShellParts({ place }: { readonly place: 'header' | 'home' }) {
  const { contributions } = useAdmin()
  const can = useCan()
  return contributions.flatMap(({ module, [place]: parts = {} }) =>
    Object.entries(parts)
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
