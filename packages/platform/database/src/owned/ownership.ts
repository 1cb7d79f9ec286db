import { chownSync, lchownSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { OwnedServerError } from './errors.js'
import { statOrNothing } from './layout.js'
import { type Account, accountName, currentUser } from './privileges.js'

/**
 * Checks that the cluster belongs to the account that will open it. As root, a cluster that belongs to root (a restored
 * copy) is handed over to the server's account.
 * @throws OwnedServerError OWNED_WRONG_OWNER
 */
export function checkOwner(cluster: string, account: Account | undefined): void {
  const found = statOrNothing(cluster)
  const uid = account?.uid ?? process.getuid?.()
  if (found === undefined || uid === undefined || found.uid === uid) return
  if (account !== undefined && found.uid === 0) {
    handOver(cluster, account)
    return
  }
  throw new OwnedServerError('OWNED_WRONG_OWNER', {
    path: cluster,
    owner: accountName(found.uid),
    user: account?.name ?? currentUser(),
  })
}

function handOver(cluster: string, account: Account): void {
  for (const entry of readdirSync(cluster, { recursive: true, encoding: 'utf8' })) {
    lchownSync(join(cluster, entry), account.uid, account.gid)
  }
  // last, so that a crash half-way is noticed and done again
  chownSync(cluster, account.uid, account.gid)
}
