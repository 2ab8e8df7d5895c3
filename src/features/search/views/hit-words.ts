// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Viewer } from '../../../kernel/access.ts'
import { administrationPaths } from '../../administrations/index.ts'
import { attachmentPaths } from '../../attachments/index.ts'
import { withTitle } from '../../catalogue/index.ts'
import { importActions, importPaths } from '../../imports/index.ts'
import { planActions, planPaths, recordAddress, textLabels } from '../../plans/index.ts'
import { transparencyPaths } from '../../transparency/index.ts'
import { searchPaths } from '../addresses.ts'
import type { Hit } from '../model.ts'

/** The name of a result, on its link. */
export function hitTitle({ kind, part, key, title, lineTitle }: Hit): string {
  if (kind === 'nationalLine') return withTitle(key, title)
  if (kind === 'entry' || part === 'entry') return withTitle(key, lineTitle)
  if (kind === 'narrative' || part === 'narrative') return textTitle(key)
  if (kind === 'comment') return 'Osservazione di revisione'
  return kind === 'version' ? `Versione ${key}: ${title}` : title
}

const textTitle = (key: string): string => {
  const labels: Readonly<Record<string, string>> = textLabels
  return labels[key] ?? key.replace('chapter-', 'Introduzione al capitolo ')
}

/** The place of a result, besides its title: body, plan, edition. */
export const hitPlace = ({ kind, body, triennium, edition, key, lineTitle }: Hit): string =>
  [
    body?.name,
    triennium && `piano ${triennium}`,
    kind === 'nationalLine' && `edizione ${edition}`,
    kind === 'evidence' && withTitle(key.replace(/\/\d+$/, ''), lineTitle),
  ]
    .filter(Boolean)
    .join(' · ')

/** The address of the thing found, where the viewer may read it. */
export function hitAddress(hit: Hit, viewer: Viewer): string {
  const { kind, key, body, triennium = '', edition = '' } = hit
  if (kind === 'nationalLine') return searchPaths.nationalLine({ edition, code: key })
  const slug = body?.slug ?? ''
  const where = { slug, triennium }
  switch (kind) {
    case 'entry':
      return planPaths.line({ ...where, code: key })
    case 'evidence':
      return planPaths.line({ ...where, code: key.replace(/\/\d+$/, '') })
    case 'initiative':
    case 'narrative':
      return viewer.may(planActions.write, { slug })
        ? recordAddress(where, `${kind}:${key}`)
        : planPaths.contents(where)
    case 'version':
      return planPaths.versions(where)
    case 'comment':
      return `${planPaths.approval(where)}#osservazione-${key}`
    case 'attachment':
      return hit.usedBy ? planPaths.line({ slug, ...hit.usedBy }) : attachmentPaths.attachment({ slug, sha256: key })
    case 'import':
      return viewer.may(importActions.importPlans, { slug })
        ? importPaths.import({ slug, id: key })
        : administrationPaths.administration({ slug })
    case 'published':
      return `${transparencyPaths.publishedPlan(where)}#${publishedAnchor(hit)}`
  }
}

/** The section of the public page with a part of a published plan. */
function publishedAnchor({ part, key }: Hit): string {
  if (part === 'entry') return key
  if (part === 'initiative') return `iniziativa-${key}`
  if (part === 'act') return 'atto'
  const anchors: Readonly<Record<string, string>> = {
    introduction: 'introduzione',
    principles: 'principi',
    organisation: 'organizzazione',
    spending: 'spesa',
    conclusion: 'conclusioni',
  }
  return anchors[key] ?? key.replace('chapter-', 'capitolo-')
}
