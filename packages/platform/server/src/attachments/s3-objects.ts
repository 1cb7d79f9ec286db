import { OpenDpfError } from '@opendpf/errors'
import { AwsClient } from 'aws4fetch'
import type { ObjectStore } from './object-store.js'
import { requireObjectName } from './object-store.js'

/** How an S3-compatible store is reached. */
export interface S3Options {
  /** Its address with the bucket, and a folder in it if one likes: `https://objects.example.cn/opendpf`. */
  readonly url: string
  readonly region: string
  readonly accessKey: string
  readonly secretKey: string
}

const patience = 30_000

/** Objects in a bucket of an S3-compatible store (MinIO, Ceph, a cloud's). What is sent there is sealed already. */
export function s3Objects({ url, region, accessKey, secretKey }: S3Options): ObjectStore {
  const client = new AwsClient({
    accessKeyId: accessKey,
    secretAccessKey: secretKey,
    service: 's3',
    region,
    retries: 2,
  })
  const base = url.replace(/\/+$/, '')
  const send = async (method: string, name: string, body?: Uint8Array): Promise<Response> => {
    const response = await client
      .fetch(`${base}/${requireObjectName(name)}`, {
        method,
        signal: AbortSignal.timeout(patience),
        ...(body === undefined ? {} : { body: new Uint8Array(body) }),
      })
      .catch((cause: unknown) => {
        throw new OpenDpfError('unavailable', { cause })
      })
    if (response.ok || response.status === 404) return response
    // the answer tells why, in XML, and names nobody
    const cause = new Error(`${method} ${response.status}: ${(await response.text()).slice(0, 500)}`)
    throw new OpenDpfError('unavailable', { cause })
  }
  const drop = (response: Response): Promise<void> | undefined => response.body?.cancel()

  return {
    async put(name, content) {
      const response = await send('PUT', name, content)
      await drop(response)
      if (!response.ok) throw new OpenDpfError('unavailable', { cause: new Error(`there is no bucket at ${base}`) })
    },
    async *get(name) {
      const response = await send('GET', name)
      if (!response.ok || response.body === null) {
        await drop(response)
        throw new OpenDpfError('not-found')
      }
      yield* response.body
    },
    async has(name) {
      const response = await send('HEAD', name)
      await drop(response)
      return response.ok
    },
    async remove(name) {
      await drop(await send('DELETE', name))
    },
  }
}
