/** The few server-made pages of the sandbox. Text is escaped unless it is `Markup`. */

export interface Markup {
  readonly markup: string;
}

type Value = string | number | boolean | undefined | Markup | readonly Markup[];

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

function render(value: Value): string {
  if (value === undefined || value === false || value === true) return '';
  if (typeof value === 'string') return escape(value);
  if (typeof value === 'number') return String(value);
  if ('markup' in value) return value.markup;
  return value.map((item) => item.markup).join('\n');
}

/** Template tag: `` html`<p>${text}</p>` ``. */
export function html(strings: TemplateStringsArray, ...values: readonly Value[]): Markup {
  return {
    markup: strings
      .map((text, index) => text + (index < values.length ? render(values[index]) : ''))
      .join(''),
  };
}

/** A whole page with the origin's style sheet, no scripts, never stored. */
export function htmlPage(
  page: { readonly title: string; readonly body: Markup; readonly className?: string },
  status = 200,
): Response {
  const { markup } = html`<!DOCTYPE html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${page.title}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/style.css" />
      </head>
      <body class="${page.className ?? 'page'}">
        <p class="sandbox">
          <strong>SANDBOX</strong> Made-up patients, for trying and testing. No real data.
        </p>
        ${page.body}
      </body>
    </html> `;
  return new Response(markup, {
    status,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      'Referrer-Policy': 'no-referrer',
    },
  });
}
