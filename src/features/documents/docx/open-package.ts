// SPDX-License-Identifier: AGPL-3.0-or-later
import { parseXml, queryAll, textContent, type XmlElement } from '@cj-tech-master/excelts/xml'
import { strFromU8, unzipSync } from 'fflate'

/** A written document, opened for tests. */
export type OpenPackage = {
  readonly paths: readonly string[]
  bytes(path: string): Uint8Array
  /** The root element of a part. The parser refuses malformed XML. */
  xml(path: string): XmlElement
  /** The elements at a path of names, anywhere in a part: `w:tr/w:trPr`. */
  all(path: string, name: string): XmlElement[]
}

/** Opens an archive of XML parts. */
export function openPackage(archive: Uint8Array): OpenPackage {
  const parts = unzipSync(archive)
  const bytes = (path: string): Uint8Array => {
    const part = parts[path]
    if (part === undefined) throw new Error(`no ${path} among ${Object.keys(parts).join(', ')}`)
    return part
  }
  const xml = (path: string): XmlElement => {
    const text = strFromU8(bytes(path))
    if (text.includes(']]>')) throw new Error(`bare ]]> in ${path}`)
    return parseXml(text).root
  }
  const paths = Object.keys(parts)
  for (const path of paths) if (/\.(xml|rels|rdf)$/.test(path)) xml(path)
  return { paths, bytes, xml, all: (path, name) => queryAll(xml(path), `//${name}`) }
}

/** The text of the elements of a name under another. */
export const texts = (root: XmlElement, name: string): string[] => queryAll(root, `//${name}`).map(textContent)
