/** The one style sheet of the sandbox's pages. */
const css = `
:root { color-scheme: light dark; --ink: #1c2430; --quiet: #56606e; --ground: #f6f7f9; --paper: #fff;
  --line: #d4d9e0; --accent: #0b5a8f; --on-accent: #fff; --warn: #8a4b00; --warn-ground: #fff3dc; }
@media (prefers-color-scheme: dark) { :root { --ink: #e7ebf0; --quiet: #a8b2bf; --ground: #14181d;
  --paper: #1d2329; --line: #3a434d; --accent: #7cc4f5; --on-accent: #0b1a26; --warn: #ffd18a;
  --warn-ground: #3a2b12; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink);
  font: 0.9375rem/1.45 system-ui, sans-serif; }
h1 { font-size: 1.375rem; margin: 0 0 0.75rem; }
h2 { font-size: 1.0625rem; margin: 1.5rem 0 0.5rem; }
code { font-size: 0.8125rem; color: var(--quiet); }
small { color: var(--quiet); font-size: 0.8125rem; }
a { color: var(--accent); }
.sandbox { margin: 0; padding: 0.375rem 1rem; background: var(--warn-ground); color: var(--warn);
  font-size: 0.8125rem; }
main { max-width: 64rem; margin: 0 auto; padding: 1.25rem 1rem 3rem; }
main.card { max-width: 34rem; margin: 1.5rem auto; padding: 1.5rem; background: var(--paper);
  border: 1px solid var(--line); border-radius: 6px; }
fieldset { margin: 0 0 1rem; padding: 0.75rem 1rem; border: 1px solid var(--line); border-radius: 6px; }
legend { padding: 0 0.25rem; color: var(--quiet); }
.choice { display: flex; gap: 0.625rem; align-items: baseline; padding: 0.375rem 0; }
.choice small, .choice code { display: block; overflow-wrap: anywhere; }
.field { display: flex; flex-direction: column; gap: 0.25rem; font-size: 0.875rem; }
.fields { display: flex; flex-wrap: wrap; gap: 0.75rem 1.25rem; margin-bottom: 1rem; }
input:not([type]), input[type=number], select { font: inherit; padding: 0.375rem 0.5rem; min-height: 2.25rem;
  color: inherit; background: var(--paper); border: 1px solid var(--quiet); border-radius: 6px; max-width: 100%; }
.actions { display: flex; gap: 0.5rem; margin: 1rem 0 0; }
button { font: inherit; font-weight: 600; min-height: 2.25rem; padding: 0.375rem 0.875rem; cursor: pointer;
  color: var(--on-accent); background: var(--accent); border: 1px solid var(--accent); border-radius: 6px; }
button.quiet { color: var(--accent); background: transparent; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.charts { list-style: none; margin: 0; padding: 0; background: var(--paper); border: 1px solid var(--line);
  border-radius: 6px; }
.charts li { display: flex; flex-wrap: wrap; gap: 0.5rem 1rem; align-items: center; padding: 0.75rem 1rem; }
.charts li + li { border-top: 1px solid var(--line); }
.charts div { flex: 1 1 20rem; }
.charts small { display: block; }
.charts button { min-height: 2rem; padding: 0.25rem 0.75rem; }
body.chart { display: flex; flex-direction: column; height: 100vh; }
.chart header { display: flex; gap: 1rem; align-items: baseline; padding: 0.5rem 1rem;
  border-bottom: 1px solid var(--line); background: var(--paper); }
.chart h1 { font-size: 1rem; margin: 0; }
.panes { flex: 1; display: flex; gap: 0.5rem; padding: 0.5rem; min-height: 0; }
.pane { flex: 1; min-width: 0; display: flex; flex-direction: column; border: 1px solid var(--line);
  border-radius: 6px; background: var(--paper); overflow: hidden; }
.pane h2 { font-size: 0.875rem; margin: 0; padding: 0.375rem 0.75rem; }
.pane iframe { flex: 1; width: 100%; border: 0; border-top: 1px solid var(--line); }
@media (max-width: 40rem) { .panes { flex-direction: column; } }
`;

export function pageStyle(): Response {
  return new Response(css, {
    headers: { 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': 'no-cache' },
  });
}
