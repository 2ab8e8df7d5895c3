// SPDX-License-Identifier: AGPL-3.0-or-later
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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

/** True when LibreOffice is on this machine; tests that need it say when they do not run. */
export const hasLibreOffice = ((): boolean => {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'pipe' })
    return true
  } catch {
    console.warn('LibreOffice (soffice) is not on this machine: its conversions are not tested')
    return false
  }
})()

/** Converts a document with LibreOffice. */
export function convert(archive: Uint8Array, from: string, to: string): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'timone-soffice-'))
  try {
    writeFileSync(join(folder, `document.${from}`), archive)
    const profile = `-env:UserInstallation=file://${folder}/profile`
    const convertTo = ['--headless', '--convert-to', to, '--outdir', folder]
    execFileSync('soffice', [profile, ...convertTo, join(folder, `document.${from}`)], { stdio: 'pipe' })
    return readFileSync(join(folder, `document.${to.split(':')[0]}`))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
