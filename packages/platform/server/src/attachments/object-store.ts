/**
 * Where sealed files lie, by name: a folder, or a store of others. It knows nothing of what is in them; see {@link AttachmentStore} for
 * that.
 */
export interface ObjectStore {
  /** Stores an object, all of it or nothing; one that is there already is replaced by the same. */
  put(name: string, content: Uint8Array): Promise<void>
  /** @throws OpenDpfError `not-found` when there is none */
  get(name: string): AsyncGenerator<Uint8Array>
  has(name: string): Promise<boolean>
  /** Deletes an object; nothing happens when it is gone already. */
  remove(name: string): Promise<void>
}

const nameForm = /^\d{6}\/[\da-f]{32}$/

/** Refuses what is not `<county>/<digest>`: a name must never lead out of its place. */
export function requireObjectName(name: string): string {
  if (!nameForm.test(name)) throw new Error(`not the name of an attached file: "${name}"`)
  return name
}
