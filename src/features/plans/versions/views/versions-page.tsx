// SPDX-License-Identifier: AGPL-3.0-or-later

import { formatDate, formatInstant } from '../../../../kernel/dates.ts'
import { DescriptionList } from '../../../../ui/description-list.tsx'
import { Tag } from '../../../../ui/tag.tsx'
import { actWords } from '../../../administrations/index.ts'
import { planPaths } from '../../addresses.ts'
import { type PlanAddress, PlanFrame, type PlanSite, planStateLabel, stateLook } from '../../plan/index.ts'
import type { DocumentLinks } from '../document-links.ts'
import { versionsTab } from '../menu.ts'
import type { VersionSheet } from '../read-versions.ts'
import { CompareForm } from './compare-form.tsx'
import { VersionDocuments } from './version-documents.tsx'

type KnownVersion = VersionSheet['versions'][number]

type VersionsPageProps = {
  readonly site: PlanSite
  readonly sheet: VersionSheet
  readonly documents: DocumentLinks
}

/** What a body approved of a plan, version by version, and the plan as it is being written. */
export function VersionsPage({ site, sheet, documents }: VersionsPageProps) {
  const { administration, tailored, standing, versions } = sheet
  const where = { slug: administration.slug, triennium: tailored.plan.triennium }
  const isWriting = !versions.some(({ number }) => number === standing.version)
  return (
    <PlanFrame site={site} plan={sheet} tab={versionsTab} title="Versioni">
      <section aria-labelledby="lavoro">
        <h2 id="lavoro">Il piano su cui si lavora</h2>
        <p>
          {isWriting
            ? `Sta per diventare la versione ${standing.version}: ora è ${planStateLabel[standing.state].toLowerCase()}.`
            : `È la versione ${standing.version}, con gli aggiornamenti fatti dopo l’approvazione.`}{' '}
          <a href={`${documents.documents(where)}#bozza`}>Documenti del piano com’è adesso, in bozza</a>
        </p>
      </section>
      <section aria-labelledby="approvate">
        <h2 id="approvate">Versioni approvate</h2>
        {versions.length === 0 && (
          <p class="t-empty">
            Nessuna versione è stata ancora approvata. <a href={planPaths.approval(where)}>A che punto è il piano</a>
          </p>
        )}
        {versions.map((version) => (
          <FrozenVersion key={version.number} version={version} where={where} />
        ))}
      </section>
      <section aria-labelledby="confronta">
        <h2 id="confronta">Confronta</h2>
        <CompareForm comparable={sheet.comparable} where={where} standing={standing} />
      </section>
    </PlanFrame>
  )
}

function FrozenVersion({ version, where }: { version: KnownVersion; where: PlanAddress }) {
  const { number, state, act, actFile, sha256, documents } = version
  const [tone, icon] = stateLook[state]
  return (
    <article class="t-panel t-version" id={`versione-${number}`} aria-labelledby={`titolo-versione-${number}`}>
      <h3 id={`titolo-versione-${number}`}>
        Versione {number} <Tag tone={tone} icon={icon} label={planStateLabel[state]} />
      </h3>
      <DescriptionList
        facts={[
          [
            'Atto',
            <>
              {actWords(act)}
              {actFile !== undefined && (
                <>
                  {'. '}
                  <a href={planPaths.versionAct({ ...where, number: String(number) })} download>
                    Scarica l’atto della versione {number}
                  </a>
                </>
              )}
            </>,
          ],
          ['Approvazione registrata', `${formatInstant(version.approvedAt)}, da ${version.approvedBy}`],
          ['Esecutiva dal', version.inForceOn && formatDate(version.inForceOn)],
          ['Pubblicata', version.publishedAt && formatInstant(version.publishedAt)],
          ['Superata', version.supersededAt && formatInstant(version.supersededAt)],
          ['Edizione nazionale', version.edition],
          ['Impronta del contenuto', <code class="t-hash">{sha256}</code>],
          ['Impronta del registro', <code class="t-hash">{version.journalHash}</code>],
        ]}
      />
      <VersionDocuments number={number} documents={documents} where={where} />
    </article>
  )
}
