import { SaxesParser } from 'saxes'
import { isSheetError, SheetError } from '../errors/sheet-error.js'

export type XmlAttributes = Readonly<Record<string, string | undefined>>

/** What to do with the parts of an XML document; names come without their namespace prefix. */
export interface XmlHandlers {
  readonly open: (name: string, attributes: XmlAttributes) => void
  readonly text?: (text: string) => void
  readonly close?: (name: string) => void
}

/** An XML document that is read as its pieces arrive. */
export interface XmlStream {
  write(piece: Uint8Array): void
  end(): void
}

/**
 * Opens a streaming XML reader. Only the predefined entities are known, so a document cannot blow itself up.
 *
 * @throws SheetError FILE_DAMAGED from `write` and `end` when the document is not well formed
 */
export function xmlStream(handlers: XmlHandlers): XmlStream {
  const parser = new SaxesParser<{ position: false; xmlns: false }>({ position: false, xmlns: false })
  parser.on('opentag', (tag) => handlers.open(localName(tag.name), tag.attributes))
  if (handlers.text) parser.on('text', handlers.text)
  if (handlers.close) parser.on('closetag', (tag) => handlers.close?.(localName(tag.name)))
  const decoder = new TextDecoder()
  const guarded = (action: () => void) => {
    try {
      action()
    } catch (error) {
      throw isSheetError(error) ? error : new SheetError('FILE_DAMAGED', {}, { cause: error })
    }
  }
  return {
    write: (piece) => guarded(() => parser.write(decoder.decode(piece, { stream: true }))),
    end: () => guarded(() => parser.write(decoder.decode()).close()),
  }
}

/** Reads a whole XML document that arrives in pieces. */
export async function readXml(pieces: AsyncIterable<Uint8Array>, handlers: XmlHandlers): Promise<void> {
  const stream = xmlStream(handlers)
  for await (const piece of pieces) stream.write(piece)
  stream.end()
}

function localName(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}
