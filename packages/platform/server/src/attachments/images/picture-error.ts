/** A picture whose parts do not fit together. */
export class PictureError extends Error {
  override readonly name = 'PictureError'
}
