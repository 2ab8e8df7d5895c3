// SPDX-License-Identifier: AGPL-3.0-or-later
import { posix } from 'node:path'
import { walkXml } from '../xml.ts'

/** A workbook's list of its sheets, in order. */
export type WorkbookParts = {
  readonly sheets: readonly { readonly name: string; readonly path: string; readonly hidden: boolean }[]
  /** Its dates count from 1904, as on old Macintoshes. */
  readonly from1904: boolean
}

/** Finds the sheets of a workbook by the files of its archive. */
export function readWorkbook(parts: ReadonlyMap<string, Uint8Array>): WorkbookParts {
  const targets = new Map<string, string>()
  walkXml(parts.get('xl/_rels/workbook.xml.rels') ?? new Uint8Array(), {
    open(tag, { Id = '', Target = '', TargetMode }) {
      if (tag === 'Relationship' && TargetMode !== 'External') targets.set(Id, posix.resolve('/xl', Target).slice(1))
    },
  })
  const sheets: WorkbookParts['sheets'][number][] = []
  let from1904 = false
  walkXml(parts.get('xl/workbook.xml') ?? new Uint8Array(), {
    open(tag, { name = '', id = '', state = 'visible', date1904 }) {
      if (tag === 'workbookPr') from1904 = date1904 === '1' || date1904 === 'true'
      const path = targets.get(id)
      if (tag === 'sheet' && path !== undefined) sheets.push({ name, path, hidden: state !== 'visible' })
    },
  })
  return { sheets, from1904 }
}
