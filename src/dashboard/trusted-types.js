// Leptos builds static parts of the page from templates, through innerHTML. The content security policy lets only this
// policy do so, and it lets nothing through that could run.
if (globalThis.trustedTypes) {
  const runs = /<\s*(script|iframe|object|embed|base|meta|link|style)|\son\w+\s*=|javascript:/i;
  trustedTypes.createPolicy("default", { createHTML: (html) => (runs.test(html) ? null : html) });
}
