import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { OpenDpfError } from '@opendpf/errors'
import type { ScanFile } from './scan-file.js'

/** Where clamd listens. */
export type ClamdAddress = { readonly host: string; readonly port: number } | { readonly path: string }

const pieceLength = 64 * 1024
const patience = 60_000

/** Asks a clamd (ClamAV) for each file, by its command INSTREAM: the file itself is sent, so clamd may run on another machine. */
export function scanWithClamd(address: ClamdAddress): ScanFile {
  return async (content) => {
    const answer = await ask(address, content).catch((cause: unknown) => {
      throw new OpenDpfError('unavailable', { cause })
    })
    if (/^stream: OK$/.test(answer)) return { isClean: true }
    const found = /^stream: (.+) FOUND$/.exec(answer)?.[1]
    if (found !== undefined) return { isClean: false, found }
    throw new OpenDpfError('unavailable', { cause: new Error(`clamd answered “${answer.slice(0, 200)}”`) })
  }
}

/** One conversation: the command, the file in pieces with their lengths, an empty piece; then clamd says what it found and hangs up. */
async function ask(address: ClamdAddress, content: Uint8Array): Promise<string> {
  const socket = connect(address)
  socket.setTimeout(patience, () => socket.destroy(new Error('clamd does not answer')))
  const answer = text(socket)
  // said to whoever waits for the answer
  answer.catch(() => undefined)
  try {
    // clamd may hang up before it has the whole file, having seen enough
    socket.on('error', () => undefined)
    socket.write('zINSTREAM\0')
    for (let at = 0; at < content.byteLength; at += pieceLength) {
      const piece = content.subarray(at, at + pieceLength)
      socket.write(lengthOf(piece.byteLength))
      socket.write(piece)
    }
    socket.write(lengthOf(0))
    return (await answer).replaceAll('\0', '').trim()
  } finally {
    socket.destroy()
  }
}

function lengthOf(bytes: number): Buffer {
  const head = Buffer.alloc(4)
  head.writeUInt32BE(bytes)
  return head
}
