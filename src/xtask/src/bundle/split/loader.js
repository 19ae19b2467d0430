// The rest of the app: fetched soon after the start, and at once when the app needs something of it before.
let restIsThere = false;
let restOnItsWay;

// Told by the first part that it cannot go on without the rest. A page can wait for an answer only in this way.
function loadRest() {
  restOnItsWay?.abort();
  try {
    const request = new XMLHttpRequest();
    request.open("GET", REST, false);
    request.overrideMimeType("text/plain; charset=x-user-defined");
    request.send();
    if (request.status !== 200) throw new Error(`${REST}: ${request.status}`);
    const text = request.responseText;
    const bytes = new Uint8Array(text.length);
    for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
    addRest(new WebAssembly.Module(bytes));
  } catch (error) {
    // A dialog would lie over the panel, and nothing in it works any more.
    for (const dialog of document.querySelectorAll("dialog[open]")) dialog.remove();
    const panel = document.getElementById("broken");
    for (const link of panel.querySelectorAll("a")) link.href = location.href;
    panel.hidden = false;
    throw error;
  }
}

function addRest(module) {
  if (restIsThere) return;
  new WebAssembly.Instance(module, { ...__wbg_get_imports(), first: wasm });
  restIsThere = true;
}

// Begins when the first screen is painted, and tries until it is there.
async function followWithRest() {
  await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
  for (let pause = 1000; !restIsThere; pause = Math.min(2 * pause, 60000)) {
    restOnItsWay = new AbortController();
    const { signal } = restOnItsWay;
    try {
      const answer = await fetch(REST, { integrity: REST_INTEGRITY, priority: "low", signal });
      if (!answer.ok) throw new Error(`${REST}: ${answer.status}`);
      addRest(await WebAssembly.compile(await answer.arrayBuffer()));
    } catch (error) {
      if (restIsThere) return;
      console.warn(error);
      await new Promise((over) => setTimeout(over, pause));
    }
  }
}
