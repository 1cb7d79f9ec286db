import { isAbsolute } from 'node:path'
import type { ClamdAddress, S3Options } from '@opendpf/server'
import { ConfigError } from './config-error.js'
import type { Environment } from './environment.js'

/** Where attached files are kept, and what looks through them. */
export interface AttachmentConfig {
  /** An S3-compatible store; without it the files lie in the data folder. */
  readonly s3: S3Options | undefined
  /** A clamd that is asked about each file; without it none is. */
  readonly clamd: ClamdAddress | undefined
}

/** Reads what is said about attached files. Half a setting stops the start: files must not end up where nobody looks for them. */
export function readAttachments(env: Environment): AttachmentConfig {
  return { s3: readS3(env), clamd: readClamd(env, 'OPENDPF_CLAMD') }
}

function readS3(env: Environment): S3Options | undefined {
  const url = env['OPENDPF_S3_URL']
  const accessKey = env['OPENDPF_S3_ACCESS_KEY']
  const secretKey = env['OPENDPF_S3_SECRET_KEY']
  if (!url && !accessKey && !secretKey) return undefined
  if (!url || !accessKey || !secretKey)
    throw new ConfigError(
      'OPENDPF_S3_URL、OPENDPF_S3_ACCESS_KEY、OPENDPF_S3_SECRET_KEY 须同时填写 / OPENDPF_S3_URL, OPENDPF_S3_ACCESS_KEY and OPENDPF_S3_SECRET_KEY go together',
    )
  const address = URL.canParse(url) ? new URL(url) : undefined
  const isUsable = address !== undefined && /^https?:$/.test(address.protocol) && address.pathname.length > 1
  if (!isUsable || address.username !== '' || address.search !== '')
    throw new ConfigError(
      `OPENDPF_S3_URL 应为含存储桶的地址，如 https://objects.example.cn/opendpf，现为“${url}” / OPENDPF_S3_URL must be an address with its bucket, such as https://objects.example.cn/opendpf, not “${url}”`,
    )
  return { url, accessKey, secretKey, region: env['OPENDPF_S3_REGION'] || 'us-east-1' }
}

function readClamd(env: Environment, name: string): ClamdAddress | undefined {
  const text = env[name]
  if (!text) return undefined
  if (isAbsolute(text)) return { path: text }
  const url = URL.canParse(`tcp://${text}`) ? new URL(`tcp://${text}`) : undefined
  if (!url?.hostname || url.port === '' || url.pathname !== '')
    throw new ConfigError(
      `${name} 应为“主机:端口”或套接字文件的绝对路径，现为“${text}” / ${name} must be “host:port” or the absolute path of a socket, not “${text}”`,
    )
  return { host: url.hostname.replace(/^\[|\]$/g, ''), port: Number(url.port) }
}
