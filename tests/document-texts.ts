// SPDX-License-Identifier: AGPL-3.0-or-later
import { strFromU8, unzipSync } from 'fflate'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/**
 * The characters of a text that every format must carry: without breaks, spaces and hyphens, which differ by format.
 */
export const squeeze = (text: string): string => text.normalize('NFC').replace(/[\s\u00ad\u2011-]/gu, '')

/** A document's text as a reader of that format gets it, without what is repeated on every page. */
export async function readText(format: string, bytes: Uint8Array): Promise<string> {
  if (format === 'pdf') return await readPdf(bytes)
  if (format === 'docx') return textOf(strFromU8(entry(bytes, 'word/document.xml')))
  if (format === 'odt') return textOf(strFromU8(entry(bytes, 'content.xml')))
  if (format === 'xlsx') {
    const parts = Object.entries(unzipSync(bytes)).filter(([name]) => /sharedStrings|sheet\d+\.xml$/.test(name))
    return parts.map(([, part]) => textOf(strFromU8(part))).join('\n')
  }
  const text = new TextDecoder().decode(bytes)
  if (format === 'html') return textOf(text)
  if (format === 'csv') return text.replaceAll('""', '"')
  if (format === 'ics')
    return text
      .replace(/\r\n[ \t]/g, '')
      .replace(/\\([,;\\])/g, '$1')
      .replaceAll('\\n', '\n')
  if (format === 'json') return JSON.stringify(JSON.parse(text), null, 1).replaceAll('\\"', '"').replaceAll('\\n', '\n')
  throw new Error(`no reader of ${format}`)
}

const entry = (bytes: Uint8Array, name: string): Uint8Array => {
  const found = unzipSync(bytes)[name]
  if (!found) throw new Error(`${name} is missing`)
  return found
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const textOf = (markup: string): string =>
  markup
    .replace(/<style[\s\S]*?<\/style>/g, '')
    .replace(/<[^>]+>/g, '')
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => entities[name] ?? '')

async function readPdf(bytes: Uint8Array): Promise<string> {
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0 })
  const pdf = await task.promise
  const texts: string[] = []
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent({ includeMarkedContent: true })
    let artifacts = 0
    const open: boolean[] = []
    for (const item of items) {
      if ('str' in item) {
        if (artifacts === 0) texts.push(item.str)
      } else if (item.type === 'endMarkedContent') {
        if (open.pop()) artifacts -= 1
      } else {
        const artifact = 'tag' in item && item.tag === 'Artifact'
        open.push(artifact)
        if (artifact) artifacts += 1
      }
    }
  }
  await task.destroy()
  return texts.join('')
}
