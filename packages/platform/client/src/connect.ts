import type { Module, PlacedRecord } from '@opendpf/kit'
import type { RecordClient } from './record-client.js'
import { recordClient } from './record-client.js'
import type { ConnectionOptions, Send } from './send.js'
import { createSend, createTransfer } from './send.js'

/** One client for each record of a module. */
export type ModuleClient<M extends Module> = {
  readonly [Name in keyof M['records'] & string]: RecordClient<M['records'][Name]>
}

/** A mapped type on purpose: only the modules and records that are touched are evaluated by the compiler. */
export type Connection<Modules extends readonly Module[]> = {
  readonly [M in Modules[number] as M['id']]: ModuleClient<M>
} & {
  /** Any other route, for what a module adds itself. */
  readonly send: Send
}

/**
 * Connects to an OpenDPF server.
 *
 * @example
 * const dpf = connect('https://dpf.example.cn', [persons], { apiKey })
 * for await (const row of dpf.persons.person.all({ within: '990121100000' })) console.log(row.title)
 */
export function connect<const Modules extends readonly Module[]>(
  baseUrl: string,
  modules: Modules,
  options: ConnectionOptions = {},
): Connection<Modules> {
  const transfer = createTransfer(baseUrl, options)
  const send = createSend(transfer)
  const clients = modules.map((module) => [
    module.id,
    Object.fromEntries(
      Object.entries(module.records).map(([name, record]) => [
        name,
        recordClient(record as PlacedRecord, send, transfer),
      ]),
    ),
  ])
  return { ...Object.fromEntries(clients), send } as Connection<Modules>
}
