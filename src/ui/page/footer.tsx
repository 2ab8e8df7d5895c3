// SPDX-License-Identifier: AGPL-3.0-or-later
import { useMenu } from './header.tsx'

/** The footer: what this site is, and links to other pages. */
export function Footer() {
  return (
    <footer class="it-footer" id="piede" tabindex={-1}>
      <div class="it-footer-main">
        <div class="container t-footer">
          <div>
            <p class="t-footer-name">Timone</p>
            <p>
              Il piano triennale per l’informatica di ogni ente: le linee d’azione che lo riguardano, che cosa fa, entro
              quando.
            </p>
          </div>
          <nav aria-label="Piè di pagina">
            <ul>
              {useMenu().map(({ label, address }) => (
                <li key={address}>
                  <a href={address}>{label}</a>
                </li>
              ))}
            </ul>
          </nav>
          <p>
            Software libero, licenza <span class="t-nowrap">AGPL-3.0-or-later</span>.
          </p>
        </div>
      </div>
    </footer>
  )
}
