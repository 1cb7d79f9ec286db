interface Detector {
  detect(source: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]>
}
type DetectorMaker = new (options: { readonly formats: readonly string[] }) => Detector

/** Whether the browser can read codes from its camera by itself. */
export function canScan(): boolean {
  return detectorMaker() !== undefined && navigator.mediaDevices !== undefined
}

/**
 * Shows the camera's picture and looks for a code in it until there is one, or until the signal is given; then the camera is off.
 *
 * @throws DOMException when there is no camera or its use is not allowed
 */
export async function scanCode(video: HTMLVideoElement, signal: AbortSignal): Promise<string | undefined> {
  const Maker = detectorMaker()
  if (!Maker) return undefined
  const detector = new Maker({ formats: ['qr_code'] })
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
  try {
    video.srcObject = stream
    await video.play()
    while (!signal.aborted) {
      const [found] = await detector.detect(video)
      if (found) return found.rawValue
      await new Promise((resolve) => requestAnimationFrame(resolve))
    }
    return undefined
  } finally {
    for (const track of stream.getTracks()) track.stop()
    video.srcObject = null
  }
}

function detectorMaker(): DetectorMaker | undefined {
  return (globalThis as { readonly BarcodeDetector?: DetectorMaker }).BarcodeDetector
}
