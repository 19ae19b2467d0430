// What the journeys ask of a page. `library` is @testing-library/dom.
const clean = (text) => text.replace(/\s+/g, " ").trim();

const matcher = (wanted) => (wanted.is === undefined
  ? (text) => clean(text).includes(wanted.has)
  : (text) => clean(text) === wanted.is);

// A modal dialog, or `inert`, takes the rest of the page away from everybody.
const reachable = (element) => {
  const modals = [...document.querySelectorAll(":modal")];
  return !element.closest("[inert]") && (modals.length === 0 || modals.some((modal) => modal.contains(element)));
};

const candidates = (scope, step) => {
  switch (step.by) {
    case "role":
      return library.queryAllByRole(scope, step.role, {
        ...step.states,
        hidden: step.hidden,
        name: step.name ? matcher(step.name) : undefined,
      });
    case "label":
      return library.queryAllByLabelText(scope, matcher(step.name));
    case "text":
      return library.queryAllByText(scope, matcher(step.name), { ignore: "script, style, noscript" });
  }
};

const match = (scope, step) => {
  let found = candidates(scope, step);
  if (!step.hidden) {
    found = found.filter((element) => reachable(element) && !library.isInaccessible(element));
  }
  return step.nth === null ? found : found.slice(step.nth, step.nth + 1);
};

// Each step but the last has to lead to one element, in which the next one looks.
const find = (steps) => {
  let found = [document.documentElement];
  for (const [index, step] of steps.entries()) {
    if (found.length !== 1) {
      return { step: index - 1, count: found.length, elements: [] };
    }
    found = match(found[0], step);
  }
  return { step: steps.length - 1, count: found.length, elements: found };
};

// The page as a screen reader gives it: roles and names, and the text between them.
const tree = () => {
  const roles = new Map();
  const names = new Map();
  for (const [role, elements] of Object.entries(library.getRoles(document.body))) {
    for (const element of elements) {
      if (!roles.has(element)) {
        roles.set(element, role);
      }
    }
    library.queryAllByRole(document.body, role, {
      name: (name, element) => {
        names.set(element, clean(name));
        return false;
      },
    });
  }
  const lines = [];
  const walk = (node, depth, parentName) => {
    if (lines.length >= 300) {
      return;
    }
    if (node.nodeType === Node.TEXT_NODE) {
      const text = clean(node.data);
      if (text && text !== parentName) {
        lines.push(`${"  ".repeat(depth)}"${text.slice(0, 100)}"`);
      }
      return;
    }
    if (node.nodeType !== Node.ELEMENT_NODE || ["SCRIPT", "STYLE", "NOSCRIPT", "TEMPLATE"].includes(node.tagName)
      || library.isInaccessible(node)) {
      return;
    }
    // Passwords and files have no role, and are there all the same.
    const role = roles.get(node) ?? (node.labels ? "field" : "generic");
    const shown = role !== "generic" && role !== "presentation";
    const name = names.get(node) ?? clean(node.labels?.[0]?.textContent ?? "");
    if (shown) {
      const states = ["checked", "selected", "expanded", "pressed", "disabled", "busy", "invalid", "current"]
        .map((state) => [state, node.getAttribute(`aria-${state}`)])
        .filter(([, value]) => value !== null)
        .map(([state, value]) => ` ${state}=${value}`);
      const says = node.type !== "password" && node.tagName !== "OPTION" && node.value;
      const value = says ? ` value=${JSON.stringify(String(node.value))}` : "";
      const marks = [
        node.checked ? " checked" : "",
        node.disabled ? " disabled" : "",
        reachable(node) ? "" : " out of reach",
        node === document.activeElement ? " ← focus" : "",
      ].join("");
      lines.push(`${"  ".repeat(depth)}${role} "${name}"${states.join("")}${value}${marks}`);
    }
    for (const child of node.childNodes) {
      walk(child, shown ? depth + 1 : depth, shown ? name : parentName);
    }
  };
  walk(document.body, 0, "");
  return lines.join("\n");
};

// Brings an element into view, and says where a hand would point at it; null when something lies over it
// there, or while it moves: it has to be where it was some frames before. A link that is broken over lines
// is pointed at in its first line.
const moves = (element) =>
  document.getAnimations().some(({ effect, playState }) => playState === "running" && effect?.target?.contains(element));
const place = (element) => {
  const { left, top, width, height } = element.getBoundingClientRect();
  return [left, top, width, height].join(" ");
};
const middle = (element) => {
  const [first] = element.getClientRects();
  return first && [
    Math.round((Math.max(first.left, 0) + Math.min(first.right, innerWidth)) / 2),
    Math.round((Math.max(first.top, 0) + Math.min(first.bottom, innerHeight)) / 2),
  ];
};
const isHit = (element, point) => point && element.contains(document.elementFromPoint(...point));
// A window that nothing is painted in has no frames; where there are some, they may be late.
const nextFrame = requestAnimationFrame.bind(window);
let paints = false;
const frame = () => new Promise((resolve) => {
  nextFrame(() => {
    paints = true;
    resolve();
  });
  setTimeout(resolve, paints ? 3000 : 100);
});
const aim = async (element) => {
  // What is in sight stays where it is: WebKit scrolls for cells that stay put, although they are in sight.
  if (!isHit(element, middle(element))) {
    element.scrollIntoView({ block: "nearest", inline: "nearest" });
  }
  const before = place(element);
  await frame();
  await frame();
  const point = middle(element);
  return before === place(element) && !moves(element) && isHit(element, point) ? point : null;
};

// The events of a right click, for the engine whose driver cannot make one.
const rightClick = ([clientX, clientY]) => {
  const target = document.elementFromPoint(clientX, clientY);
  const where = { bubbles: true, cancelable: true, composed: true, view: window, clientX, clientY, button: 2 };
  target.dispatchEvent(new PointerEvent("pointerdown", { ...where, buttons: 2, pointerType: "mouse", isPrimary: true }));
  target.dispatchEvent(new MouseEvent("mousedown", { ...where, buttons: 2 }));
  target.dispatchEvent(new PointerEvent("contextmenu", { ...where, pointerType: "mouse" }));
  target.dispatchEvent(new PointerEvent("pointerup", { ...where, pointerType: "mouse", isPrimary: true }));
  target.dispatchEvent(new MouseEvent("mouseup", where));
};

return { aim, cutOff, find, rests, rightClick, smallerThan, tree };
