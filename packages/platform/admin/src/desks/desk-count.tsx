import type { PlacedDesk } from '@opendpf/kit/admin'
import { useQuery } from '@tanstack/react-query'
import { useAdmin } from '../app/admin-context.js'
import { useText } from '../i18n/use-text.js'
import { fetchList } from '../records/use-records.js'
import { waitingAt } from './use-desk.js'

/** How many rows wait at a desk; nothing until it is known. */
export function DeskCount({ desk }: { readonly desk: PlacedDesk }) {
  const t = useText()
  const { api } = useAdmin()
  const { data } = useQuery({
    queryKey: ['list', desk.placed.ref, 'desk', desk.name, 'count'],
    queryFn: ({ signal }) => fetchList(api, desk.placed, { ...waitingAt(desk), limit: 1 }, signal),
  })
  if (!data) return null
  const { value, isExact } = data.total
  return (
    <span className="tile-count">
      {t(isExact ? 'desk.count' : 'desk.countAbove', { count: value.toLocaleString('en-US') })}
    </span>
  )
}
