import type { PlacedRecord } from '@opendpf/kit'
import type { ReactNode } from 'react'
import { recordHref } from '../routing/links.js'
import { AppLink } from './app-link.js'

/** A link to the page of a row. */
export function RecordLink({
  record,
  id,
  children,
}: {
  readonly record: Pick<PlacedRecord, 'module' | 'name'>
  readonly id: string
  readonly children: ReactNode
}) {
  return <AppLink to={recordHref(record, id)}>{children}</AppLink>
}
