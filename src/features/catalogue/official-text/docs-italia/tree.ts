// SPDX-License-Identifier: AGPL-3.0-or-later
import { emptyReading, type Reading } from '../reading.ts'
import { readBlocks } from './blocks.ts'
import { readChapterFile } from './chapter.ts'
import type { KnownSlips } from './line.ts'

/** A text file of a source; its path starts from the source's folder and has `/` between its parts. */
export type SourceFile = { readonly path: string; readonly text: string }

/** `capitolo-4_piattaforme/spid.rst` and `capitolo-4_piattaforme.rst`: the files of AgID's tree that matter. */
export const chapterPath = /^capitolo-(?<number>\d)_(?<slug>[^/]+?)(?:\.rst|\/[^/]+\.rst)$/

/**
 * Reads AgID's docs.italia tree of the national plan: a folder a chapter, `capitolo-N_titolo/*.rst`, with the
 * chapter's own title in `capitolo-N_titolo.rst`.
 * @param files those whose path is a `chapterPath`; others are ignored.
 * @param slips what the print is known to get wrong, by code of the line
 */
export function readTree(files: readonly SourceFile[], slips: KnownSlips): Reading {
  const reading = emptyReading()
  const titles = new Map<number, { place: string; title: string }>()
  for (const { path, text } of files) {
    const { number, slug = '' } = chapterPath.exec(path)?.groups ?? {}
    if (number === undefined) continue
    const chapter = Number(number)
    const blocks = readBlocks(text)
    if (path.includes('/')) {
      readChapterFile(chapter, path, blocks, slips, reading)
      if (!titles.has(chapter)) titles.set(chapter, { place: path, title: titleFromSlug(slug) })
    } else {
      const heading = blocks.find(({ kind }) => kind === 'heading')?.parts[0]
      const title = heading?.replace(/^capitolo \d\s*[.:–—-]?\s*/i, '')
      titles.set(chapter, { place: path, title: title || titleFromSlug(slug) })
    }
  }
  for (const [number, { place, title }] of titles) reading.chapters.push({ place, value: { number, title } })
  return reading
}

const titleFromSlug = (slug: string): string =>
  (slug.charAt(0).toUpperCase() + slug.slice(1)).replaceAll('-', ' ').trim()
