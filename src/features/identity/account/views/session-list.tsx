// SPDX-License-Identifier: AGPL-3.0-or-later

import { formatMoment } from '../../../../kernel/dates.ts'
import { DataTable } from '../../../../ui/data-table.tsx'
import { identityPaths } from '../../addresses.ts'
import type { OwnSession } from '../../model.ts'
import { deviceWords } from '../../views/words.ts'

/** One's own sessions, each with a button to end it. */
export const SessionList = ({ sessions }: { sessions: readonly OwnSession[] }) => (
  <section aria-labelledby="sessioni">
    <h2 id="sessioni">Sessioni aperte</h2>
    <p>Dove sei entrato. Una sessione si chiude da sola dopo otto ore senza uso, e comunque dopo sette giorni.</p>
    <DataTable
      caption="Sessioni aperte, dalla più recente"
      rows={sessions}
      rowKey={({ id }) => id}
      columns={[
        { heading: 'Dispositivo', wide: true, cell: Device },
        { heading: 'Aperta il', cell: ({ since }) => formatMoment(since) },
        { heading: 'Usata il', cell: ({ lastSeen }) => formatMoment(lastSeen) },
        { heading: 'Chiudi', cell: EndSession },
      ]}
    />
    {sessions.length > 1 && (
      <form class="t-after" action={identityPaths.ownSessions({})} method="post">
        <button type="submit" class="btn btn-outline-primary" name="sessione" value="altre">
          Chiudi tutte le altre sessioni
        </button>
      </form>
    )}
  </section>
)

const Device = ({ userAgent, address, current }: OwnSession) => (
  <>
    <span class="t-row-title">{deviceWords(userAgent)}</span>
    <span class="t-note">{[current && 'questa sessione', address && `da ${address}`].filter(Boolean).join(', ')}</span>
  </>
)

const EndSession = ({ id, userAgent, since, current }: OwnSession) =>
  current ? (
    <form action={identityPaths.signOut({})} method="post">
      <button type="submit" class="btn btn-outline-primary btn-sm">
        Esci da qui
      </button>
    </form>
  ) : (
    <form action={identityPaths.ownSessions({})} method="post">
      <button
        type="submit"
        class="btn btn-outline-primary btn-sm"
        name="sessione"
        value={id}
        aria-label={`Chiudi la sessione di ${deviceWords(userAgent)} aperta il ${formatMoment(since)}`}
      >
        Chiudi
      </button>
    </form>
  )
