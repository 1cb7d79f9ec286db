import { OpenDpfError } from '@opendpf/errors'

/** Refuses what a route does not take in its address: a mistake there must not be passed over. */
export function refuseParams(url: string, known: readonly string[] = []): void {
  const params = new URL(url).searchParams
  for (const name of params.keys())
    if (!known.includes(name) || params.getAll(name).length > 1)
      throw new OpenDpfError('invalid-request', { params: { what: name } })
}
