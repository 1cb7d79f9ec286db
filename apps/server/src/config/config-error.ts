/** A setting that cannot be used; the text says which one and what it takes. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}
