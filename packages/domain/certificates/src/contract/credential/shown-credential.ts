/** What `POST …/certificates/{id}/credential` answers: the e-certificate of a valid certificate, to be shown for some hours. */
export interface ShownCredential {
  /** With the exact grade, for its holder to keep. */
  readonly credential: string
  /** What the code holds: class of grade alone. */
  readonly presentation: string
  /** When both go stale, as an instant. */
  readonly ends: string
  /** GB/T 26341: `1` to `7`. */
  readonly category: string
  readonly gradeClass: 'severe' | 'other'
  /** Last day of the certificate. */
  readonly until: string
  /** The code as an SVG document, and as a PNG picture in a data address. */
  readonly svg: string
  readonly png: string
  /** QR version, 1 to 40. */
  readonly version: number
}
