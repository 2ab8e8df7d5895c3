// SPDX-License-Identifier: AGPL-3.0-or-later

import { expect } from 'vitest'
import { readJournal } from '../../src/features/audit/index.ts'
import { type PlanState, readPlanRows, updatePlan, writePlanAt } from '../../src/features/plans/index.ts'
import { findEntry } from '../../src/features/plans/plan/entries/entry-store.ts'
import type { Viewer } from '../../src/kernel/access.ts'
import { slugOf, trienniumOf } from '../../src/kernel/ids.ts'
import { lucia, type WritingSite } from './writing-site.ts'

const plain = (text = '') => text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&')

/** The values of a form's controls, as a browser would send them. @param label the form's `aria-label` */
export function fieldsIn(html: string, label = 'Scheda della linea|Che cosa tenere'): Record<string, string> {
  const form = new RegExp(`<form[^>]*aria-label="(?:${label})[^"]*"[\\s\\S]*?</form>`).exec(html)?.[0] ?? ''
  const fields: Record<string, string> = {}
  for (const [, tag = ''] of form.matchAll(/<input([^>]*)>/g)) {
    const attribute = (name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]
    const type = attribute('type')
    if ((type === 'checkbox' || type === 'radio') && !/\schecked/.test(tag)) continue
    fields[attribute('name') ?? ''] = plain(attribute('value'))
  }
  for (const [, name = '', value] of form.matchAll(/<textarea[^>]*\sname="([^"]*)"[^>]*>([\s\S]*?)<\/textarea>/g)) {
    fields[name] = plain(value)
  }
  for (const [, name = '', options] of form.matchAll(/<select[^>]*\sname="([^"]*)"[^>]*>([\s\S]*?)<\/select>/g)) {
    fields[name] = /<option[^>]*value="([^"]*)"[^>]*\sselected/.exec(options ?? '')?.[1] ?? ''
  }
  return fields
}

const where = { slug: slugOf('vallechiara'), triennium: trienniumOf('2025-2027') }

/** The addresses of the invented plan, and what one may do with its pages. */
export function visit(site: WritingSite) {
  const body = '/enti/vallechiara'
  const plan = `${body}/piano/2025-2027`
  const line = `${plan}/linee/`
  const { get, post } = site
  const stored = (code = 'CAP1.PA.01') =>
    site.read(async (reader) => {
      const [row] = await readPlanRows(reader)
      return row && (await findEntry(reader, row, code))
    })
  const journal = () => site.read((reader) => readJournal(reader, 1000))
  const everything = async () => {
    const codes = ['CAP1.PA.01', 'CAP1.PA.02', 'CAP4.PA.01']
    const entries = []
    for (const code of codes) entries.push(await stored(code))
    return [entries, await site.read(readPlanRows), await journal()]
  }
  return {
    body,
    plan,
    get,
    post,
    stored,
    journal,
    line: (code = 'CAP1.PA.01') => line + code,
    /** The values of the form at an address. */
    opened: async (url: string, label?: string) => fieldsIn((await get(url)).body, label),
    /** Does something as somebody else. */
    async as<T>(viewer: Viewer, work: () => Promise<T>): Promise<T> {
      site.become(viewer)
      try {
        return await work()
      } finally {
        site.become(lucia)
      }
    },
    async expectNothingChanged<T>(work: () => Promise<T>): Promise<T> {
      const before = await everything()
      const answer = await work()
      expect(await everything()).toEqual(before)
      return answer
    },
    move: (state: PlanState) => writePlanAt(site.tenants, where, ({ db, plan: row }) => updatePlan(db, row, { state })),
  }
}
