import { useAdmin, useLocale } from '@opendpf/admin'
import { programmesOf } from '../../contract/index.js'

/** What programmes are called in the present language; the name of one that no module declares any more. */
export function useProgrammeName(): (programme: unknown) => string {
  const { registry } = useAdmin()
  const locale = useLocale()
  return (programme) => programmesOf(registry).get(String(programme))?.title[locale] ?? String(programme)
}
