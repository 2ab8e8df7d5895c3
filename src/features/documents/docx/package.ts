// SPDX-License-Identifier: AGPL-3.0-or-later

import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { IsoDate } from '../../../kernel/dates.ts'
import { carriedIn, carriedNamespace, type PrintedPlan } from '../../profiles/index.ts'
import { monospace, sans } from './styles.ts'

/** The fonts to use when ours are not installed: without this a word processor chooses one with serifs. */
const font = (name: string, substitute: string, family: string, pitch: string) =>
  `<w:font w:name="${name}"><w:altName w:val="${substitute}"/><w:charset w:val="00"/>` +
  `<w:family w:val="${family}"/><w:pitch w:val="${pitch}"/></w:font>`

export const fontTable = {
  path: 'word/fontTable.xml',
  data:
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">' +
    `${font(sans, 'Arial', 'swiss', 'variable')}${font(monospace, 'Consolas', 'modern', 'fixed')}</w:fonts>`,
}

/** The same package, dated with the document's date instead of the moment of writing, so that it is reproducible. */
export function reproducible(packed: Uint8Array, date: IsoDate, carried?: PrintedPlan): Uint8Array {
  const parts = unzipSync(packed)
  if (carried) carry(parts, carried)
  const core = 'docProps/core.xml'
  const properties = strFromU8(parts[core] ?? new Uint8Array())
  parts[core] = strToU8(properties.replace(/(<dcterms:(?:created|modified)\b[^>]*>)[^<]*/g, `$1${date}T00:00:00Z`))
  return zipSync(parts, { mtime: `${date}T12:00:00` })
}

const relationships = 'word/_rels/document.xml.rels'
const customXml = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml'

/** Adds the plan as a part of its own, related to the document: word processors keep it when they save again. */
function carry(parts: Record<string, Uint8Array>, carried: PrintedPlan): void {
  const text = JSON.stringify(carried).replace(/[&<>]/g, (mark) => `&#${mark.charCodeAt(0)};`)
  parts[carriedIn.docx] = strToU8(
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><plan xmlns="${carriedNamespace}">${text}</plan>`,
  )
  const related = strFromU8(parts[relationships] ?? new Uint8Array())
  const relation = `<Relationship Id="rIdTimone" Type="${customXml}" Target="../${carriedIn.docx}"/>`
  parts[relationships] = strToU8(related.replace('</Relationships>', `${relation}</Relationships>`))
}
