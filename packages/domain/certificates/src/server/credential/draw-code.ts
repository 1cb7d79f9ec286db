import { create, toDataURL, toString as toText } from 'qrcode'

/** A QR code in two forms, and how large it is. */
export interface DrawnCode {
  /** An SVG document. */
  readonly svg: string
  /** A PNG picture as a data address, for systems that take no SVG. */
  readonly png: string
  /** QR version, 1 to 40. */
  readonly version: number
}

// a phone reads this from a screen that is not quite clean; a white margin of four modules is part of the code
const options = { errorCorrectionLevel: 'M', margin: 4 } as const

/** Draws what a phone scans. */
export async function drawCode(text: string): Promise<DrawnCode> {
  return {
    svg: await toText(text, { ...options, type: 'svg' }),
    png: await toDataURL(text, { ...options, scale: 6 }),
    version: create(text, options).version,
  }
}
