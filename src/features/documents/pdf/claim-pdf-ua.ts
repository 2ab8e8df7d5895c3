// SPDX-License-Identifier: AGPL-3.0-or-later

/**
 * Makes a PDF/A file that Typst exported also claim PDF/UA-1 (ISO 14289-1 §5) and show its title in the window (§7.1),
 * by an incremental update: what Typst wrote stays untouched.
 *
 * Typst 0.14 can declare only one standard in a file, though the contents of its tagged PDF/A-3a and its PDF/UA-1 are
 * the same. So the claim may only be added to a document whose `ua-1` export has succeeded.
 * @throws {Error} when the file is not written the way Typst 0.14 does
 */
export function claimPdfUa(exported: Uint8Array): Uint8Array {
  const file = Buffer.from(exported.buffer, exported.byteOffset, exported.byteLength)
  const trailer = readTrailer(file)
  const catalog = readObject(file, trailer, trailer.root).toString('latin1')
  const metadata = Number(one(catalog, /\/Metadata (\d+) 0 R/))
  const xmp = readMetadata(readObject(file, trailer, metadata))
  return appendUpdate(file, trailer, [
    [metadata, metadataStream(withPdfUaPart(xmp))],
    [trailer.root, Buffer.from(withShownTitle(catalog), 'latin1')],
  ])
}

type Trailer = {
  /** Between its angle brackets. */
  readonly entries: string
  readonly root: number
  /** Where the cross-reference table starts. */
  readonly xref: number
}

/** The only trailer, after the cross-reference table at the very end. */
function readTrailer(file: Buffer): Trailer {
  const tail = file.toString('latin1', Math.max(0, file.length - 2000))
  const entries = one(tail, /trailer\s*<<(.*)>>\s*startxref/s)
  return {
    entries,
    root: Number(one(entries, /\/Root (\d+) 0 R/)),
    xref: Number(one(tail, /startxref\s+(\d+)\s+%%EOF/)),
  }
}

/** The body of an object, between `obj` and `endobj`, found by the table: one section from 0, 20 bytes an entry. */
function readObject(file: Buffer, { xref }: Trailer, number: number): Buffer {
  const [heading] = /^xref\s+0 \d+\s+/.exec(file.toString('latin1', xref, xref + 40)) ?? []
  if (heading === undefined) throw unexpected('cross-reference table')
  const entry = xref + heading.length + number * 20
  const offset = Number(one(file.toString('latin1', entry, entry + 20), /^(\d{10}) 00000 n/))
  const start = file.indexOf('obj', offset) + 'obj'.length
  return file.subarray(start, file.indexOf('endobj', start))
}

/** The XMP packet of a metadata stream, which PDF/A wants uncompressed. */
function readMetadata(object: Buffer): string {
  const start = object.indexOf('stream\n') + 'stream\n'.length
  const length = Number(one(object.toString('latin1', 0, start), /\/Length (\d+)/))
  return object.toString('utf8', start, start + length)
}

const metadataStream = (xmp: string): Buffer =>
  Buffer.from(
    `\n<<\n  /Length ${Buffer.byteLength(xmp)}\n  /Type /Metadata\n  /Subtype /XML\n>>\nstream\n${xmp}\nendstream\n`,
  )

const namespace = 'http://www.aiim.org/pdfua/ns/id/'

/** PDF/A allows only the XMP properties that it knows or that the file describes (ISO 19005-3 §6.6.2.3). */
const schema = [
  '<rdf:li rdf:parseType="Resource">',
  '<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>',
  `<pdfaSchema:namespaceURI>${namespace}</pdfaSchema:namespaceURI>`,
  '<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>',
  '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">',
  '<pdfaProperty:category>internal</pdfaProperty:category>',
  '<pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description>',
  '<pdfaProperty:name>part</pdfaProperty:name>',
  '<pdfaProperty:valueType>Integer</pdfaProperty:valueType>',
  '</rdf:li></rdf:Seq></pdfaSchema:property>',
  '</rdf:li>',
].join('')

const withPdfUaPart = (xmp: string): string =>
  [
    ['<rdf:Description rdf:about="" ', `xmlns:pdfuaid="${namespace}" `],
    ['<pdfaExtension:schemas><rdf:Bag>', schema],
    ['</pdfaExtension:schemas>', '<pdfuaid:part>1</pdfuaid:part>'],
  ].reduce((text, [mark = '', added = '']) => insertAfter(text, mark, added), xmp)

const withShownTitle = (catalog: string): string =>
  insertAfter(catalog, '/ViewerPreferences <<', '\n    /DisplayDocTitle true')

function insertAfter(text: string, mark: string, added: string): string {
  const [before, after, ...more] = text.split(mark)
  if (before === undefined || after === undefined || more.length > 0) throw unexpected(mark)
  return before + mark + added + after
}

/** Appends new versions of objects, with the table and the trailer that point to them (ISO 32000-1 §7.5.6). */
function appendUpdate(file: Buffer, trailer: Trailer, objects: readonly (readonly [number, Buffer])[]): Uint8Array {
  const parts: Buffer[] = [file, Buffer.from('\n')]
  let offset = file.length + 1
  let table = 'xref\n'
  for (const [number, body] of objects.toSorted(([a], [b]) => a - b)) {
    const object = Buffer.concat([Buffer.from(`${number} 0 obj`), body, Buffer.from('endobj\n')])
    table += `${number} 1\n${String(offset).padStart(10, '0')} 00000 n \n`
    parts.push(object)
    offset += object.length
  }
  const end = `trailer\n<<${trailer.entries}  /Prev ${trailer.xref}\n>>\nstartxref\n${offset}\n%%EOF\n`
  return Buffer.concat([...parts, Buffer.from(table + end)])
}

function one(text: string, pattern: RegExp): string {
  const [, group] = pattern.exec(text) ?? []
  if (group === undefined) throw unexpected(String(pattern))
  return group
}

const unexpected = (what: string): Error => new Error(`PDF not written as expected: ${what}`)
