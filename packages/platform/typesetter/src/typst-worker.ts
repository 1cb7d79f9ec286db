import { fileURLToPath } from 'node:url'
import { parentPort } from 'node:worker_threads'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

// the whole worker is this file: it is started by its address and must load without a bundler

/** One file to be made: the data as JSON, and the pictures that it names. */
interface Job {
  readonly id: number
  readonly run: string
  readonly pictures: readonly (readonly [name: string, bytes: Uint8Array])[]
}

const assets = fileURLToPath(new URL('../assets', import.meta.url))
const main = `${assets}/document.typ`
/** Layouts of that many runs before are kept: forms of one kind share most of theirs. */
const keptRuns = 4
/** A run of so many characters is a batch: nothing of it comes again. */
const largeRun = 200_000

const compiler = NodeCompiler.create({ workspace: assets, fontArgs: [{ fontPaths: [`${assets}/fonts`] }] })

function make({ run, pictures }: Job): { readonly bytes: Uint8Array; readonly pages: number } {
  for (const [name, bytes] of pictures) compiler.mapShadow(`${assets}/${name}`, Buffer.from(bytes))
  try {
    const compiled = compiler.compile({ mainFilePath: main, inputs: { run } })
    const document = compiled.result
    if (!document) throw new Error(JSON.stringify(compiled.takeError()?.shortDiagnostics ?? 'no layout'))
    return { bytes: compiler.pdf(document, { pdfStandard: 'ua-1' }), pages: document.numOfPages }
  } finally {
    for (const [name] of pictures) compiler.unmapShadow(`${assets}/${name}`)
    compiler.evictCache(run.length > largeRun ? 0 : keptRuns)
  }
}

parentPort?.on('message', (job: Job) => {
  try {
    parentPort?.postMessage({ id: job.id, made: make(job) })
  } catch (error) {
    parentPort?.postMessage({ id: job.id, problem: String((error as Error).message ?? error) })
  }
})
