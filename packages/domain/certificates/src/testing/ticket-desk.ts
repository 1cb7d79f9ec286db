import { type CredentialKeys, type CredentialVerdict, verifyCredential } from '@opendpf/credentials'
import type { TestServer } from '@opendpf/testing'

const open = '/api/v1/certificates/public'

/** Somebody without an account who verifies what is shown to him with what the server publishes. */
export function openTicketDesk(server: TestServer) {
  const anybody = server.as({ caller: 'nobody' })
  const lists = async (): Promise<readonly string[]> => {
    const { body } = await anybody('GET', `${open}/status-lists`)
    return Promise.all(
      body.lists.map(
        async ({ id }: { readonly id: string }) => (await anybody('GET', `${open}/status-lists/${id}`)).text,
      ),
    )
  }
  const keys = async (): Promise<CredentialKeys> => (await anybody('GET', `${open}/credential-keys`)).body
  return {
    anybody,
    keys,
    lists,
    /** After everybody was told what has happened. */
    async verify(token: string): Promise<CredentialVerdict> {
      await server.deliver()
      return verifyCredential(token, { keys: await keys(), statusList: await lists(), now: server.clock.now() })
    },
  }
}

/** Everything that can be read in a token without a key: its parts as they are, and decoded. */
export function readableIn(token: string): string {
  return token
    .split(/[.~]/)
    .flatMap((part) => [part, Buffer.from(part, 'base64url').toString('utf8')])
    .join('\n')
}
