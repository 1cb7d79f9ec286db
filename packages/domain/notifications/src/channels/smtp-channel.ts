import type { Transporter } from 'nodemailer'
import type { Channel, Outcome, OutgoingMessage } from './channel.js'

/** The mail server of a county. */
export interface SmtpOptions {
  readonly host: string
  readonly port: number
  /** TLS from the first byte, as on port 465. Without it the connection is upgraded where the server can. */
  readonly isSecure: boolean
  readonly user?: string | undefined
  readonly password?: string | undefined
  /** `残联 <dpf@example.cn>` */
  readonly from: string
  readonly perMinute: number
}

const patience = 15_000
/** Failures before the server has looked at the message: of the connection, and of signing in. */
const downCodes = new Set(['ECONNECTION', 'ECONNREFUSED', 'ETIMEDOUT', 'ESOCKET', 'EDNS', 'EAUTH', 'ETLS', 'EPROXY'])

/** Nobody there, not here and a name that is none (RFC 5321, 4.2.3). */
const unknownReplies = new Set<unknown>([550, 551, 553])

/** Sends by SMTP: one connection for each message, so that nothing has to be closed. */
export function smtpChannel(options: SmtpOptions): Channel {
  const { from, perMinute } = options
  let transport: Promise<Transporter> | undefined
  return {
    perMinute,
    async send({ id, address, subject, text }: OutgoingMessage): Promise<Outcome> {
      try {
        transport ??= openTransport(options)
        const { messageId } = await (await transport).sendMail({
          from,
          // as an object: commas of a wrong address do not make two of it
          to: { name: '', address },
          subject,
          text,
          messageId: `<${id}@${domainOf(from)}>`,
          headers: { 'Auto-Submitted': 'auto-generated' },
        })
        return { kind: 'sent', receipt: messageId }
      } catch (error) {
        return outcomeOf(error as Readonly<Record<string, unknown>>)
      }
    },
  }
}

/** Loaded with the first mail: a server that sends none starts without it. */
async function openTransport({ host, port, isSecure, user, password }: SmtpOptions): Promise<Transporter> {
  const { createTransport } = await import('nodemailer')
  return createTransport({
    host,
    port,
    secure: isSecure,
    ...(user === undefined ? {} : { auth: { user, pass: password ?? '' } }),
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    // a text is a text: nothing in it makes the server read a file or fetch an address
    disableFileAccess: true,
    disableUrlAccess: true,
  })
}

function domainOf(from: string): string {
  return /@([\w.-]+)/.exec(from)?.[1] ?? 'localhost'
}

function outcomeOf({ code, responseCode }: Readonly<Record<string, unknown>>): Outcome {
  const reason = `SMTP ${typeof responseCode === 'number' ? responseCode : ''} ${typeof code === 'string' ? code : ''}`
    .replace(/\s+/g, ' ')
    .trim()
  if (typeof code === 'string' && downCodes.has(code)) return { kind: 'down', reason }
  if (code === 'EENVELOPE' && unknownReplies.has(responseCode)) return { kind: 'unknown', reason }
  const isFinal = typeof responseCode === 'number' && responseCode >= 500
  return { kind: isFinal ? 'refused' : 'later', reason }
}
