// SPDX-License-Identifier: AGPL-3.0-or-later
import { strToU8, type Zippable, zipSync } from 'fflate'
import type { IsoDate } from '../../../kernel/dates.ts'
import { element, part, type Xml } from './xml.ts'

const mediaType = 'application/vnd.oasis.opendocument.text'
const version = '1.3'

/** The namespaces of every part (OpenDocument 1.3, part 3). */
const namespaces = {
  'xmlns:office': 'urn:oasis:names:tc:opendocument:xmlns:office:1.0',
  'xmlns:style': 'urn:oasis:names:tc:opendocument:xmlns:style:1.0',
  'xmlns:text': 'urn:oasis:names:tc:opendocument:xmlns:text:1.0',
  'xmlns:table': 'urn:oasis:names:tc:opendocument:xmlns:table:1.0',
  'xmlns:draw': 'urn:oasis:names:tc:opendocument:xmlns:drawing:1.0',
  'xmlns:fo': 'urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0',
  'xmlns:svg': 'urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0',
  'xmlns:meta': 'urn:oasis:names:tc:opendocument:xmlns:meta:1.0',
  'xmlns:xlink': 'http://www.w3.org/1999/xlink',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
}

/** A picture in the package: its path and its bytes. */
export type Picture = { readonly path: string; readonly mediaType: string; readonly bytes: Uint8Array }

/** The contents of a text document: its three parts and its pictures. */
export type Parts = {
  readonly content: readonly Xml[]
  readonly styles: readonly Xml[]
  readonly meta: readonly Xml[]
  readonly pictures: readonly Picture[]
}

/**
 * The archive. The media type comes first and uncompressed, as the standard asks. Its date is given, so that it is
 * reproducible.
 */
export function packDocument({ content, styles, meta, pictures }: Parts, date: IsoDate): Uint8Array {
  const root = (name: string, children: readonly Xml[]) =>
    strToU8(part(element(`office:${name}`, { ...namespaces, 'office:version': version }, children)))
  const files: Zippable = {
    mimetype: [strToU8(mediaType), { level: 0 }],
    'content.xml': root('document-content', content),
    'styles.xml': root('document-styles', styles),
    'meta.xml': root('document-meta', meta),
    ...Object.fromEntries(pictures.map(({ path, bytes }) => [path, bytes])),
    'META-INF/manifest.xml': strToU8(part(manifest(pictures))),
  }
  return zipSync(files, { mtime: `${date}T12:00:00` })
}

const manifest = (pictures: readonly Picture[]): Xml => {
  const entry = (path: string, type: string) =>
    element('manifest:file-entry', { 'manifest:full-path': path, 'manifest:media-type': type })
  return element(
    'manifest:manifest',
    { 'xmlns:manifest': 'urn:oasis:names:tc:opendocument:xmlns:manifest:1.0', 'manifest:version': version },
    [
      entry('/', mediaType),
      ...['content.xml', 'styles.xml', 'meta.xml'].map((path) => entry(path, 'text/xml')),
      ...pictures.map((picture) => entry(picture.path, picture.mediaType)),
    ],
  )
}
