import {
  type Channels,
  type SmsGateway,
  type SmtpOptions,
  smsGateway,
  smtpChannel,
} from '@opendpf/notifications/channels'
import { ConfigError } from './config-error.js'
import type { Environment } from './environment.js'
import { readWhole } from './environment.js'

const mostPerMinute = { min: 1, max: 6000 } as const

/** By what ways messages leave the system: those that are set. What has no way is listed for the county to send by itself. */
export function readChannels(env: Environment): Channels {
  const [smtp, sms] = [readSmtp(env), readSms(env)]
  return { ...(smtp ? { email: smtpChannel(smtp) } : {}), ...(sms ? { sms } : {}) }
}

/** The mail server, `smtp://` or `smtps://`. The password stands apart: addresses end up in logs. */
function readSmtp(env: Environment): SmtpOptions | undefined {
  const [url, from] = [env['OPENDPF_SMTP_URL'], env['OPENDPF_SMTP_FROM']]
  if (!url && !from) return undefined
  const address = url && URL.canParse(url) ? new URL(url) : undefined
  const isUsable = address && /^smtps?:$/.test(address.protocol) && address.hostname !== '' && address.password === ''
  if (!isUsable || !from?.includes('@'))
    throw new ConfigError(
      'OPENDPF_SMTP_URL（如 smtps://dpf@mail.example.cn:465，不含密码）和 OPENDPF_SMTP_FROM（发件人）须同时正确填写 / OPENDPF_SMTP_URL (such as smtps://dpf@mail.example.cn:465, without the password) and OPENDPF_SMTP_FROM (the sender) go together',
    )
  const isSecure = address.protocol === 'smtps:'
  return {
    host: address.hostname.replace(/^\[|\]$/g, ''),
    port: address.port === '' ? (isSecure ? 465 : 587) : Number(address.port),
    isSecure,
    user: address.username === '' ? undefined : decodeURIComponent(address.username),
    password: env['OPENDPF_SMTP_PASSWORD'],
    from,
    perMinute: readWhole(env, 'OPENDPF_SMTP_PER_MINUTE', 60, mostPerMinute),
  }
}

/** The SMS gateway, as its own manual describes it. */
function readSms(env: Environment): Channels['sms'] {
  const url = env['OPENDPF_SMS_URL']
  if (!url) return undefined
  const method = (env['OPENDPF_SMS_METHOD'] ?? 'POST').toUpperCase()
  if (!isMethod(method))
    throw new ConfigError(`OPENDPF_SMS_METHOD 应为 POST、PUT 或 GET / OPENDPF_SMS_METHOD must be POST, PUT or GET`)
  if (!/^https?:\/\//.test(url) || !URL.canParse(url.replaceAll(/\{\{\w+\}\}/g, 'x')))
    throw new ConfigError(
      'OPENDPF_SMS_URL 应为以 http:// 或 https:// 开头的地址 / OPENDPF_SMS_URL must be an address, http://… or https://…',
    )
  try {
    return smsGateway({
      url,
      method,
      headers: readHeaders(env, 'OPENDPF_SMS_HEADERS'),
      body: method === 'GET' ? undefined : env['OPENDPF_SMS_BODY'],
      secret: env['OPENDPF_SMS_SECRET'],
      accepts: env['OPENDPF_SMS_ACCEPTS'] || undefined,
      perMinute: readWhole(env, 'OPENDPF_SMS_PER_MINUTE', 60, mostPerMinute),
    })
  } catch (error) {
    if (error instanceof ConfigError) throw error
    throw new ConfigError(
      `OPENDPF_SMS_URL、OPENDPF_SMS_HEADERS 和 OPENDPF_SMS_BODY 中须有 {{phone}} 和 {{text}}，另可使用 {{id}}、{{secret}} / OPENDPF_SMS_URL, OPENDPF_SMS_HEADERS and OPENDPF_SMS_BODY must hold {{phone}} and {{text}}, and may hold {{id}} and {{secret}}: ${(error as Error).message}`,
    )
  }
}

function isMethod(text: string): text is SmsGateway['method'] {
  return text === 'POST' || text === 'PUT' || text === 'GET'
}

function readHeaders(env: Environment, name: string): Readonly<Record<string, string>> {
  const text = env[name]
  if (!text) return { 'content-type': 'application/json' }
  try {
    const read: unknown = JSON.parse(text)
    const isFlat =
      typeof read === 'object' && read !== null && Object.values(read).every((one) => typeof one === 'string')
    if (isFlat && !Array.isArray(read)) return read as Readonly<Record<string, string>>
  } catch {
    // told below, with what else can be wrong
  }
  throw new ConfigError(
    `${name} 应为 JSON 对象，如 {"Content-Type":"application/json"} / ${name} must be a JSON object such as {"Content-Type":"application/json"}`,
  )
}
