import { OpenDpfError } from '@opendpf/errors'

/**
 * Runs work that makes a secret and answers the secret beside the work's result, since results are kept for repeated requests and a
 * secret must not be. A repeated request gets a refusal: the secret was shown and is made anew.
 *
 * @throws OpenDpfError `wrong-state` when the work had been done before
 */
export async function shownOnce(
  step: string,
  work: (show: (secret: string) => void) => Promise<unknown>,
): Promise<string> {
  let shown: string | undefined
  await work((secret) => {
    shown = secret
  })
  if (shown === undefined) throw new OpenDpfError('wrong-state', { params: { step } })
  return shown
}
