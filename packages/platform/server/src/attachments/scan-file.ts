/** What a scan for malware found. */
export type ScanResult = { readonly isClean: true } | { readonly isClean: false; readonly found: string }

/**
 * Looks for malware in a file before it is kept.
 *
 * @throws OpenDpfError `unavailable` when it cannot tell: a file that nobody looked at is not taken in
 */
export type ScanFile = (content: Uint8Array) => Promise<ScanResult>

/** The default: a deployment that names no scanner trusts what its staff brings. */
export const scanNothing: ScanFile = async () => ({ isClean: true })
