const kilobyte = 1024
const megabyte = kilobyte * kilobyte

/** How large a file is, as people say it: `640 KB`, `1.2 MB`. */
export function formatBytes(bytes: number): string {
  if (bytes < kilobyte) return `${bytes} B`
  if (bytes < megabyte) return `${Math.round(bytes / kilobyte)} KB`
  return `${(bytes / megabyte).toFixed(1).replace(/\.0$/, '')} MB`
}

const spoken: Readonly<Record<string, string>> = {
  'text/plain': 'TXT',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'XLSX',
}

/** What a kind of file is called: `PDF`, `JPEG`. */
export function formatType(type: string): string {
  return spoken[type] ?? type.slice(type.indexOf('/') + 1).toUpperCase()
}
