// Stands first in the page and notes what goes wrong in it. What it noted survives a reload of the
// page, for as long as the tab.
(() => {
  const KEY = "simgrove-journey-trouble";
  const note = (kind, text) => {
    const all = JSON.parse(sessionStorage.getItem(KEY) ?? "[]");
    if (all.length < 100) {
      all.push({ kind, text: String(text).slice(0, 2000) });
      sessionStorage.setItem(KEY, JSON.stringify(all));
    }
  };
  addEventListener(
    "error",
    (event) => {
      const file = event.target?.src ?? event.target?.href;
      // It says only that a layout took a second frame to settle.
      if (event.message?.startsWith("ResizeObserver loop")) {
        return;
      }
      if (event.message) {
        note("error", `${event.message} (${event.filename}:${event.lineno})`);
      } else if (file) {
        note("error", `${file} did not load`);
      }
    },
    true,
  );
  addEventListener("unhandledrejection", ({ reason }) => note("rejection", `${reason} ${reason?.stack ?? ""}`));
  document.addEventListener("securitypolicyviolation", (event) =>
    note("policy", `${event.effectiveDirective} blocked ${event.blockedURI} in ${event.sourceFile}:${event.lineNumber}`),
  );
  const { error } = console;
  console.error = (...words) => {
    note("console", words.map(String).join(" "));
    error.apply(console, words);
  };
})();
