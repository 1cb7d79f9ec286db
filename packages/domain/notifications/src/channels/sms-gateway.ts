import type { Channel, Outcome, OutgoingMessage } from './channel.js'

/**
 * An SMS gateway as its own manual describes it: what is sent to which address. `{{phone}}`, `{{text}}`, `{{id}}` and `{{secret}}` are filled
 * in, each written as the place it stands in asks for it: in an address and a form percent-encoded, in JSON between its quotation marks.
 */
export interface SmsGateway {
  readonly url: string
  readonly method: 'POST' | 'PUT' | 'GET'
  readonly headers: Readonly<Record<string, string>>
  /** Absent for GET. */
  readonly body?: string | undefined
  readonly secret?: string | undefined
  /** What stands in the answer when the gateway has taken the message: many answer 200 to everything. */
  readonly accepts?: string | undefined
  readonly perMinute: number
}

const patience = 10_000
const longestAnswer = 10_000
const known = ['phone', 'text', 'id', 'secret'] as const
type Values = Readonly<Record<(typeof known)[number], string>>
type Write = (value: string) => string

/**
 * Sends by an HTTP gateway.
 *
 * @throws Error for a placeholder that there is not, or a gateway that is not told the number and the text
 */
export function smsGateway(gateway: SmsGateway): Channel {
  const { url, method, headers, body, secret = '', accepts, perMinute } = gateway
  const all = [url, body ?? '', ...Object.values(headers)].join(' ')
  for (const [, name = ''] of all.matchAll(/\{\{(.*?)\}\}/g))
    if (!(known as readonly string[]).includes(name)) throw new Error(`an SMS gateway is told no "{{${name}}}"`)
  for (const name of ['phone', 'text']) if (!all.includes(`{{${name}}}`)) throw new Error(`"{{${name}}}" is missing`)
  const bodyWriter = writerFor(headers)
  return {
    perMinute,
    async send({ id, address, text }: OutgoingMessage): Promise<Outcome> {
      const values: Values = { phone: address, text, id, secret }
      try {
        const response = await fetch(fill(url, values, encodeURIComponent), {
          method,
          headers: Object.fromEntries(
            Object.entries(headers).map(([name, value]) => [name, fill(value, values, inHeader)]),
          ),
          ...(body === undefined ? {} : { body: fill(body, values, bodyWriter) }),
          signal: AbortSignal.timeout(patience),
          redirect: 'manual',
        })
        return outcomeOf(response.status, (await response.text()).slice(0, longestAnswer), accepts)
      } catch (error) {
        return { kind: 'down', reason: (error as Error).name === 'TimeoutError' ? 'timeout' : 'no connection' }
      }
    },
  }
}

function fill(template: string, values: Values, write: Write): string {
  return template.replace(/\{\{(\w+)\}\}/g, (_, name: keyof Values) => write(values[name]))
}

const inHeader: Write = (value) => value.replace(/[^\x20-\x7e]/g, '')

/** How a value stands in a body, by what the body is. */
function writerFor(headers: Readonly<Record<string, string>>): Write {
  const type = Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? ''
  if (type.includes('json')) return (value) => JSON.stringify(value).slice(1, -1)
  if (type.includes('x-www-form-urlencoded')) return encodeURIComponent
  if (type.includes('xml')) return (value) => value.replace(/[<>&"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
  return (value) => value
}

function outcomeOf(status: number, answer: string, accepts: string | undefined): Outcome {
  const reason = `HTTP ${status}`
  if (status >= 200 && status < 300) {
    if (accepts === undefined || answer.includes(accepts)) return { kind: 'sent', receipt: null }
    // what its codes mean only its manual says: a balance that is used up passes, a number that is barred does not
    return { kind: 'later', reason: `${reason}, not accepted` }
  }
  // the key is wrong, or the gateway has moved: nothing of the message is to blame
  if ([401, 403, 404].includes(status) || (status >= 300 && status < 400)) return { kind: 'down', reason }
  if (status >= 400 && status < 500 && status !== 408 && status !== 429) return { kind: 'refused', reason }
  return { kind: 'later', reason }
}
