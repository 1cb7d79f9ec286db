import type { Session } from '@opendpf/database'
import type { Crypto } from '../platform/crypto.js'
import { readPage } from './list-page.js'
import { lookUp } from './lookup-page.js'
import type { Page, PageOptions } from './page-options.js'
import { searchPage } from './search-page.js'

/** One page of whatever a list is asked for: a number, a name, or an order. A screen and an export read the same one. */
export async function readAnyPage(
  session: Session,
  options: PageOptions,
  { crypto, isCounted = false }: { readonly crypto: Crypto; readonly isCounted?: boolean },
): Promise<Page> {
  const { lookup, search, order } = options.query
  if (lookup) return { rows: await lookUp(session, options, crypto) }
  return search === undefined || order ? readPage(session, options, isCounted) : searchPage(session, options)
}
