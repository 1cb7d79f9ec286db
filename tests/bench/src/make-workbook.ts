import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { rosterWorkbook } from '@opendpf/demo-county'

// a process of its own: what it takes to make a workbook is no part of what it takes to import one
const [, , file = '', persons = ''] = process.argv
await pipeline(Readable.from(rosterWorkbook({ persons: Number(persons) })), createWriteStream(file))
