// SPDX-License-Identifier: AGPL-3.0-or-later
import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { type Site, SiteContext } from '../../../ui/page/site.ts'
import { type ContentMemory, createContentMemory } from '../content-memory.ts'
import type { VersionSheet } from '../readers.ts'
import { VersionBody, type VersionTools } from './version-body.tsx'
import { VersionProgress } from './version-progress.tsx'

/** Parts of pages that depend only on frozen contents, as HTML. Each is rendered once while it is in demand. */
export type KeptHtml = {
  /** The whole contents of a version; empty when they cannot be read. */
  body(sheet: VersionSheet): string
  /** Its progress. */
  progress(sheet: VersionSheet): string
}

/** In characters of HTML: about two hundred versions of the usual length. */
const capacity = 32 * 2 ** 20

/** @param site needed because the HTML names its assets. */
export function createKeptHtml(site: Site, tools: VersionTools): KeptHtml {
  const kept: ContentMemory<string> = createContentMemory(capacity)
  // The number and dates are not part of the content, but are printed with it.
  const keep = (part: string, { version: { sha256, number, approvedOn } }: VersionSheet, node: () => VNode) => {
    const key = `${part} ${sha256} ${number} ${approvedOn}`
    const html = kept.get(key) ?? renderToString(<SiteContext.Provider value={site}>{node()}</SiteContext.Provider>)
    kept.keep(key, html, html.length)
    return html
  }
  return {
    body: (sheet) => {
      const { version, content } = sheet
      return content ? keep('body', sheet, () => <VersionBody version={version} content={content} tools={tools} />) : ''
    },
    progress: (sheet) => {
      const { version, content } = sheet
      return content
        ? keep('progress', sheet, () => <VersionProgress version={version} content={content} charts={tools.charts} />)
        : ''
    },
  }
}
