// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Viewer } from '../../kernel/access.ts'
import type { Slug, Triennium } from '../../kernel/ids.ts'
import { administrationPaths } from '../administrations/index.ts'
import { attachmentPaths } from '../attachments/index.ts'
import { withTitle } from '../catalogue/index.ts'
import { importActions, importPaths } from '../imports/index.ts'
import { planActions, planPaths, type RecordKinds } from '../plans/index.ts'
import { transparencyPaths } from '../transparency/index.ts'
import { searchPaths } from './addresses.ts'
import type { Hit } from './model.ts'

/** A kind of things that can be found, and how it is told of them. */
export type SearchKind = {
  readonly name: string
  /** The name of the group for many and for one, and its word in addresses: `?tipo=schede`. */
  readonly many: string
  readonly one: string
  readonly word: string
  readonly title: (hit: Hit) => string
  /** What else tells a thing apart, besides its body and plan. */
  readonly place?: (hit: Hit) => string
  /** Where the viewer may read it. */
  readonly address: (hit: Hit, where: { readonly slug: Slug; readonly triennium: Triennium }, viewer: Viewer) => string
}

/** Every kind of things that can be found, in the order of their groups. */
export const searchKinds = (kinds: RecordKinds): readonly SearchKind[] => [
  nationalLines,
  ...ofRecords(kinds),
  evidence,
  versions,
  comments,
  attachments,
  imports,
  published(kinds),
]

const titleOfHit = ({ title }: Hit): string => title

function ofRecords(kinds: RecordKinds): readonly SearchKind[] {
  const searched = kinds.flatMap((kind) => (kind.found ? [{ kind, found: kind.found }] : []))
  return searched
    .toSorted((one, other) => one.found.rank - other.found.rank)
    .map(({ kind, found }) => ({
      name: kind.name,
      many: found.many,
      one: found.one,
      word: found.word,
      title: ({ key, title, lineTitle }) => found.title?.(key, lineTitle) ?? title,
      address: ({ key }, where, viewer) =>
        found.page?.(where, key) ??
        (viewer.may(planActions.write, { slug: where.slug }) ? kind.page(where, key) : planPaths.contents(where)),
    }))
}

const nationalLines: SearchKind = {
  name: 'nationalLine',
  many: 'Linee d’azione del Piano nazionale',
  one: 'linea nazionale',
  word: 'linee-nazionali',
  title: ({ key, title }) => withTitle(key, title),
  place: ({ edition }) => `edizione ${edition}`,
  address: ({ key, edition = '' }) => searchPaths.nationalLine({ edition, code: key }),
}

/** The line of evidence, whose key is `CAP1.PA.01/0`. */
const lineOf = ({ key }: Hit): string => key.replace(/\/\d+$/, '')

const evidence: SearchKind = {
  name: 'evidence',
  many: 'Prove',
  one: 'prova',
  word: 'prove',
  title: titleOfHit,
  place: (hit) => withTitle(lineOf(hit), hit.lineTitle),
  address: (hit, where) => planPaths.line({ ...where, code: lineOf(hit) }),
}

const versions: SearchKind = {
  name: 'version',
  many: 'Versioni approvate',
  one: 'versione',
  word: 'versioni',
  title: ({ key, title }) => `Versione ${key}: ${title}`,
  address: (_, where) => planPaths.versions(where),
}

const comments: SearchKind = {
  name: 'comment',
  many: 'Osservazioni di revisione',
  one: 'osservazione',
  word: 'osservazioni',
  title: () => 'Osservazione di revisione',
  address: ({ key }, where) => `${planPaths.approval(where)}#osservazione-${key}`,
}

const attachments: SearchKind = {
  name: 'attachment',
  many: 'File allegati',
  one: 'file',
  word: 'allegati',
  title: titleOfHit,
  address: ({ key, usedBy }, { slug }) =>
    usedBy ? planPaths.line({ slug, ...usedBy }) : attachmentPaths.attachment({ slug, sha256: key }),
}

const imports: SearchKind = {
  name: 'import',
  many: 'File importati',
  one: 'file',
  word: 'importazioni',
  title: titleOfHit,
  address: ({ key }, { slug }, viewer) =>
    viewer.may(importActions.importPlans, { slug })
      ? importPaths.import({ slug, id: key })
      : administrationPaths.administration({ slug }),
}

/** Published plans: their acts, and their records, each in its section of the public page. */
function published(kinds: RecordKinds): SearchKind {
  const foundOf = ({ part }: Hit) => kinds.find(({ name }) => name === part)?.found
  return {
    name: 'published',
    many: 'Piani pubblicati',
    one: 'risultato',
    word: 'pubblicati',
    title: (hit) => foundOf(hit)?.title?.(hit.key, hit.lineTitle) ?? hit.title,
    address: (hit, where) => `${transparencyPaths.publishedPlan(where)}#${foundOf(hit)?.anchor(hit.key) ?? 'atto'}`,
  }
}
