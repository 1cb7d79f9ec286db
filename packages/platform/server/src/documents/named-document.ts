import { OpenDpfError } from '@opendpf/errors'
import type { Actor, DocumentDef, PlacedRecord, Registry } from '@opendpf/kit'
import { permissionFor } from '@opendpf/kit'
import type { DocumentMaker } from '@opendpf/kit/server'
import type { Locale } from '@opendpf/messages'
import { requirePermission } from '../platform/actors.js'
import type { Platform } from '../platform/platform.js'

/** A document of a record, by its name. */
export interface NamedDocument {
  readonly record: PlacedRecord
  readonly name: string
  readonly declared: DocumentDef
}

/**
 * The document of that name.
 *
 * @throws OpenDpfError `not-found`
 */
export function documentNamed(record: PlacedRecord, name: string): NamedDocument {
  const documents = record.documents ?? {}
  const declared = Object.hasOwn(documents, name) ? documents[name] : undefined
  if (!declared) throw new OpenDpfError('not-found')
  return { record, name, declared }
}

/** What a document is called. */
export function documentTitle(registry: Registry, locale: Locale, { record, name }: NamedDocument): string {
  return registry.text(record.module, locale, `${record.name}.document.${name}`)
}

/** What makes a document; the start of a server sees to it that there is one. */
export function makerOf({ servers }: Platform, { record, name }: NamedDocument): DocumentMaker {
  const makers = servers.get(record.module)?.documents as Readonly<Record<string, DocumentMaker>> | undefined
  const maker = makers?.[`${record.name}.${name}`]
  if (!maker) throw new Error(`nobody makes the document "${name}" of ${record.ref}`)
  return maker
}

/**
 * Who prints must be allowed to, and to see what the paper shows.
 *
 * @throws OpenDpfError `permission-denied`
 */
export function requirePrinting(actor: Actor, { record, declared }: NamedDocument, registry: Registry): void {
  for (const verb of ['read', 'print']) requirePermission(actor, permissionFor(record, verb))
  for (const [ref, fields] of Object.entries(declared.reveals ?? {}))
    if (fields.length > 0) requirePermission(actor, permissionFor(registry.record(ref), 'reveal'))
}
