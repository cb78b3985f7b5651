/** The EHR's first page: whose chart to open, how, and with what trouble. */
import { faultFacts, faultNames } from '../faults.ts';
import { html, htmlPage, type Markup } from '../html.ts';
import type { Origins } from '../origins.ts';

export interface ChartOnOffer {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** How buttons call the chart: the patient's name. */
  readonly name: string;
}

function option(value: string, label: string, selected = false): Markup {
  return html`<option value="${value}" ${selected ? html` selected` : ''}>${label}</option>`;
}

function chartRow(chart: ChartOnOffer): Markup {
  return html`<li>
    <div><strong>${chart.title}</strong><small>${chart.description}</small></div>
    <button
      type="submit"
      name="open"
      value="frame ${chart.id}"
      aria-label="Open ${chart.name} in a frame"
    >
      In a frame
    </button>
    <button
      type="submit"
      name="open"
      value="tab ${chart.id}"
      formtarget="_blank"
      class="quiet"
      aria-label="Open ${chart.name} in a tab"
    >
      In a tab
    </button>
  </li>`;
}

export function chartListPage(charts: readonly ChartOnOffer[], origins: Origins): Response {
  const chartOptions = (selected: number) =>
    charts.map((chart, index) => option(chart.id, chart.name, index === selected));
  const body = html`<main>
    <h1>Sandbox EHR</h1>
    <p>
      Open a patient's chart: the app is launched in it, with the real SMART protocol. Or be the
      patient: <a href="${origins.app}">sign in as a patient</a>.
    </p>
    <form method="post" action="/open">
      <div class="fields">
        <label class="field"
          >FHIR version<select name="fhirVersion">
            ${[option('r4', 'R4'), option('dstu2', 'DSTU2')]}
          </select></label
        >
        <label class="field"
          >Signed in as<select name="persona">
            ${[
              option('provider', 'Clinician'),
              option('patient', 'Patient'),
              option('proxy', 'Parent of two children'),
            ]}
          </select></label
        >
        <label class="field"
          >Trouble<select name="fault">
            ${[
              option('', 'None'),
              ...faultNames.map((name) => option(name, faultFacts[name].label)),
            ]}
          </select></label
        >
        <label class="field"
          >Token lives (seconds)<input
            type="number"
            name="tokenSeconds"
            value="570"
            min="1"
            max="86400"
        /></label>
        <label class="field"
          >A new summary takes (seconds)<input
            type="number"
            name="ccdSeconds"
            value="2"
            min="0"
            max="600"
        /></label>
      </div>
      <h2>Charts</h2>
      <ul class="charts">
        ${charts.map(chartRow)}
      </ul>
      <h2>Two charts at once</h2>
      <div class="fields">
        <label class="field"
          >Left<select name="left">
            ${chartOptions(0)}
          </select></label
        >
        <label class="field"
          >Right<select name="right">
            ${chartOptions(1)}
          </select></label
        >
      </div>
      <p class="actions">
        <button type="submit" name="open" value="pair">Open two side by side</button>
      </p>
    </form>
  </main>`;
  return htmlPage({ title: 'Sandbox EHR', body });
}
