/** Stands in a form for a file that is on its way: the form cannot be sent before it has arrived. */
export interface Uploading {
  readonly uploading: string
}

/** Whether something in a list of files only stands for one. */
export function isUploading(item: unknown): item is Uploading {
  return typeof item === 'object' && item !== null && 'uploading' in item
}

/** Whether a field waits for files. */
export function hasUploads(value: unknown): boolean {
  return Array.isArray(value) && value.some(isUploading)
}
