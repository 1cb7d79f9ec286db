import { bringUp } from './bring-up.js'
import { explainFileError } from './failures.js'
import { findPlace, type Place } from './location.js'
import { withLock } from './lock.js'
import type { OwnedServer, OwnedServerOptions } from './options.js'
import { supervise } from './supervise.js'
import { joinUsers } from './users.js'

const defaultStartTimeout = 120_000
const defaultStopTimeout = 60_000

/**
 * Starts the PostgreSQL that belongs to a data folder, or adopts it if it already runs; makes it on first use.
 * A server that ends abnormally is started again, up to five times a minute.
 * @throws OwnedServerError saying what is wrong, where, and what to do
 */
export async function startOwnedServer(options: OwnedServerOptions): Promise<OwnedServer> {
  const place = locate(options)
  const startTimeout = options.startTimeout ?? defaultStartTimeout
  const stopTimeout = options.stopTimeout ?? defaultStopTimeout
  const { layout } = place
  const underLock = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await withLock({ path: layout.lock, folder: layout.cluster, timeout: startTimeout + stopTimeout }, work)
    } catch (error) {
      throw explainFileError(error, layout.home)
    }
  }
  const bring = () => bringUp({ ...place, start: options, timeout: startTimeout })
  const begin = await underLock(async () => ({ up: await bring(), use: joinUsers(layout.users) }))
  return supervise({
    layout,
    ...begin,
    restart: () => underLock(bring),
    underLock,
    stopTimeout,
    onStateChange: options.onStateChange,
  })
}

function locate(options: OwnedServerOptions): Place {
  try {
    return findPlace(options.folder, options.log ?? (() => undefined))
  } catch (error) {
    throw explainFileError(error, options.folder)
  }
}
