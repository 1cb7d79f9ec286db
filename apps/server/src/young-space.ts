import { setFlagsFromString } from 'node:v8'

/**
 * Loads modules with a young space that does not grow. What they make lives on and fills it, and V8 would go on holding fifty megabytes that an
 * idle server never touches; afterwards it grows with the requests, which leave much that dies at once.
 */
export async function withoutGrowing<T>(load: () => Promise<T>): Promise<T> {
  setFlagsFromString('--semi-space-growth-factor=1')
  try {
    return await load()
  } finally {
    setFlagsFromString('--semi-space-growth-factor=2')
  }
}
