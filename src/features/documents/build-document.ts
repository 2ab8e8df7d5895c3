// SPDX-License-Identifier: AGPL-3.0-or-later

import { formatLongDate } from '../../kernel/dates.ts'
import type { Triennium } from '../../kernel/ids.ts'
import { formatNumber } from '../../kernel/money.ts'
import type { TailoredPlan } from '../plans/index.ts'
import type { Profile } from '../profiles/index.ts'
import type { Cover, DocumentMetadata, DocumentModel, DocumentOptions, Section } from './model.ts'
import { chapters } from './sections/chapters.ts'
import { approvalWords, colophon, draftWords } from './sections/colophon.ts'
import { conclusion } from './sections/conclusion.ts'
import { facts } from './sections/facts.ts'
import { fundingProjects } from './sections/funding-projects.ts'
import { glossary } from './sections/glossary.ts'
import { initiatives } from './sections/initiatives.ts'
import { introduction } from './sections/introduction.ts'
import { organisation } from './sections/organisation.ts'
import { overview } from './sections/overview.ts'
import { principles } from './sections/principles.ts'
import { readingGuide } from './sections/reading-guide.ts'
import { setAside } from './sections/set-aside.ts'
import type { DocumentSource } from './sections/source.ts'
import { spending } from './sections/spending.ts'
import { timeline } from './sections/timeline.ts'

/**
 * A body's plan as a document: plain data that all writers print in the same way. The same arguments always give the
 * same document. Every text of the profile is in it, word for word; empty fields are left out.
 * @param tailored the plan of this profile, cut to its body.
 * @param planHash SHA-256, hex, of the profile's canonical JSON.
 */
export function buildDocument(
  profile: Profile,
  tailored: TailoredPlan,
  options: DocumentOptions,
  planHash: string,
): DocumentModel {
  const source: DocumentSource = { profile, tailored, options, planHash }
  const parts = [
    part('parte-prima', 'Parte prima – L’ente e il suo piano', [
      introduction(source),
      readingGuide(source),
      principles(source),
      organisation(source),
      spending(source),
      fundingProjects(source),
    ]),
    part('parte-seconda', 'Parte seconda – Le linee d’azione', [overview(source), ...chapters(source)]),
    part('parte-terza', 'Parte terza – Iniziative e tempi', [
      initiatives(source),
      timeline(source),
      conclusion(source),
    ]),
  ]
  const annexes = [setAside(source), facts(source)]
  const sections = [
    ...parts,
    part('allegati', 'Allegati', [...annexes, glossary(present([...parts, ...annexes])), colophon(source)]),
  ]
  return { metadata: metadata(source), cover: cover(source), sections: present(sections) }
}

const present = (sections: readonly (Section | undefined)[]): readonly Section[] =>
  sections.filter((section) => section !== undefined)

function part(id: string, title: string, sections: readonly (Section | undefined)[]): Section | undefined {
  const inner = present(sections)
  return inner.length === 0 ? undefined : { id, title, newPage: true, blocks: [], sections: inner }
}

/** Stands on the cover and on every page of what is not approved. */
const draftWord = 'BOZZA'

const titleOf = ({ plan }: Profile): string => plan.title ?? 'Piano triennale per l’informatica'

/** The title with its years, said once: those of a title that has them stand. */
function titleWithYears(profile: Profile): string {
  const title = titleOf(profile)
  return hasYears(title, profile.plan.triennium) ? title : `${title} ${profile.plan.triennium}`
}

/** True for a title that says the triennium: `2025-2027`, `2025/27`, `2025 – 2027`. */
function hasYears(title: string, triennium: Triennium): boolean {
  const [from = '', to = ''] = triennium.split('-')
  return new RegExp(`${from}\\s*(?:[-–—/]|al|e)\\s*(?:${to}|${to.slice(2)})(?!\\d)`).test(title)
}

function metadata({ profile, tailored, options, planHash }: DocumentSource): DocumentMetadata {
  const { administration, plan } = profile
  return {
    title: `${options.approval ? '' : `${draftWord} – `}${titleWithYears(profile)} – ${administration.name}`,
    administration: administration.name,
    triennium: plan.triennium,
    edition: tailored.edition.id,
    language: 'it',
    keywords: ['Piano triennale per l’informatica', 'transizione digitale', administration.name, plan.triennium],
    description: `${administration.name}: ${options.approval ? '' : 'bozza, non approvata, del '}piano triennale per l’informatica ${plan.triennium}, su «${tailored.edition.title}».`,
    date: options.today,
    planHash,
  }
}

function cover({ profile, tailored, options }: DocumentSource): Cover {
  const { administration, plan } = profile
  const place = [administration.province, administration.region].filter((name) => name !== undefined).join(', ')
  return {
    administration: administration.name,
    title: titleOf(profile),
    subtitle: hasYears(titleOf(profile), plan.triennium) ? '' : `Triennio ${plan.triennium}`,
    ...(!options.approval && { draft: draftWord }),
    facts: [
      ['Edizione nazionale', tailored.edition.title],
      ...(place === '' ? [] : [['Territorio', place] as const]),
      ...(administration.population === undefined
        ? []
        : [['Abitanti', formatNumber(administration.population)] as const]),
      ...approvalFacts(options),
      ['Data', formatLongDate(options.today)],
    ],
    ...(profile.demonstration && { notice: 'Documento dimostrativo: contenuti inventati' }),
  }
}

const approvalFacts = ({ approval }: DocumentOptions): Cover['facts'] =>
  approval
    ? [
        ['Versione', String(approval.version)],
        ['Approvazione', approvalWords(approval.act)],
      ]
    : [['Stato', draftWords]]
