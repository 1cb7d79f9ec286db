/** A plan's file as the server takes it. */
export interface SentFile {
  readonly format: 'yaml' | 'json' | 'xlsx'
  readonly content: string
}

/** Reads a chosen file: a text as it is, a workbook in base64. What it is follows from its name. */
export async function readPlanFile(file: File): Promise<SentFile> {
  const name = file.name.toLowerCase()
  if (name.endsWith('.xlsx')) return { format: 'xlsx', content: base64Of(new Uint8Array(await file.arrayBuffer())) }
  return { format: name.endsWith('.json') ? 'json' : 'yaml', content: await file.text() }
}

function base64Of(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text)
}
