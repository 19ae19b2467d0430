// Whether all that a page says can be read: where texts are cut off, and what never makes room for them. A text that can be
// scrolled to is not cut off, and one that is shortened visibly and told whole by a title is not either.
const SLACK = 1.5;
// A line is higher than its letters, which is nobody's loss.
const LINE_SLACK = 3.5;
// A hole to read through that is lower than this is none.
const LOWEST = 60;
const CONTROLS = "button, input, select, label, summary, th, a[class], [role=tab], [role=columnheader]";

const named = (element) => {
  const names = [];
  for (let it = element; it && it !== document.body && names.length < 3; it = it.parentElement) {
    names.unshift([it.localName, ...it.classList].join("."));
  }
  return names.join(" > ");
};

// For screen readers alone, or not there at all.
const unseen = (element) => {
  if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) {
    return true;
  }
  for (let it = element; it; it = it.parentElement) {
    if (getComputedStyle(it).clipPath.startsWith("inset(50%")) {
      return true;
    }
  }
  return false;
};

const hides = (overflow) => overflow === "hidden" || overflow === "clip";
const scrolls = (overflow) => overflow === "auto" || overflow === "scroll";

// What keeps one text from being read: from what it stands in outwards, until something scrolls.
const hindrance = (element, rects) => {
  let [left, right] = [Math.min(...rects.map((it) => it.left)), Math.max(...rects.map((it) => it.right))];
  let [top, bottom] = [Math.min(...rects.map((it) => it.top)), Math.max(...rects.map((it) => it.bottom))];
  let [scrollsAcross, scrollsDown, absolute] = [false, false, false];
  for (let it = element; it && it !== document.documentElement; it = it.parentElement) {
    const style = getComputedStyle(it);
    // What is placed elsewhere is not held by what it is written in.
    if (absolute && style.position === "static" && style.transform === "none" && style.contain === "none") {
      continue;
    }
    const box = it.getBoundingClientRect();
    const across = left < box.left - SLACK || right > box.right + SLACK;
    const down = top < box.top - LINE_SLACK || bottom > box.bottom + LINE_SLACK;
    if (style.display !== "inline" && style.display !== "contents") {
      scrollsAcross ||= scrolls(style.overflowX);
      if (!scrollsAcross && across && hides(style.overflowX)) {
        if (style.textOverflow !== "ellipsis") {
          return ["is cut off at its side by", it];
        }
        // A cell of the list gets its title when it is pointed at.
        if (!it.closest("[title], [data-cell]")) {
          return ["is shortened, with no title to tell it, by", it];
        }
        return null;
      }
      if (scrolls(style.overflowY) && it.scrollHeight > it.clientHeight + 1) {
        if (it.clientHeight < LOWEST) {
          return [`can only be read through a hole ${it.clientHeight} px high,`, it];
        }
        // What scrolls has to be in sight itself.
        [top, bottom] = [box.top, Math.min(box.bottom, box.top + LOWEST)];
        scrollsDown = true;
      } else if (!scrollsDown && down && hides(style.overflowY)) {
        return ["is cut off above or below by", it];
      }
      if (!scrollsAcross && !scrollsDown && (across || down) && it.matches(CONTROLS)) {
        return ["sticks out of", it];
      }
    }
    absolute = style.position === "absolute";
    if (style.position === "fixed") {
      if (!scrollsDown && (top < -SLACK || bottom > innerHeight + SLACK)) {
        return ["is above or below the window in", it];
      }
      break;
    }
  }
  return !scrollsAcross && (left < -SLACK || right > innerWidth + SLACK) ? ["is beside the window in", document.body] : null;
};

// How much of the window's height is taken by what stays there when the page is scrolled; what has been opened over the page
// goes away again.
const staying = () => {
  const bars = [...document.querySelectorAll("body *")].filter((element) => {
    const { position } = getComputedStyle(element);
    const { width, height, top, bottom } = element.getBoundingClientRect();
    return (position === "fixed" || position === "sticky") && width > innerWidth / 2 && height < innerHeight
      && bottom > 0 && top < innerHeight && !unseen(element) && !element.closest("[role=grid], :modal, :popover-open");
  });
  const outermost = bars.filter((bar) => !bars.some((other) => other !== bar && other.contains(bar)));
  return outermost.reduce((sum, bar) => sum + bar.getBoundingClientRect().height, 0);
};

// What nobody can read as it is, each once.
const cutOff = () => {
  const found = new Set();
  const beside = document.documentElement.scrollWidth - innerWidth;
  if (beside > 0) {
    const wide = [...document.querySelectorAll("body *")].filter((it) => it.getBoundingClientRect().right > innerWidth + 1);
    found.add(`the page scrolls sideways by ${beside} px: ${wide.slice(0, 3).map(named).join(" | ")}`);
  }
  if (staying() > innerHeight / 2) {
    found.add(`bars take ${Math.round(staying())} px of the window's height for good`);
  }
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (texts.nextNode()) {
    const text = texts.currentNode;
    const element = text.parentElement;
    // Browsers draw the options of a list box.
    if (!clean(text.data) || element.matches("script, style, noscript, template, option") || unseen(element)) {
      continue;
    }
    range.selectNodeContents(text);
    const rects = [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
    const [how, by] = (rects.length > 0 && hindrance(element, rects)) || [];
    if (how) {
      found.add(`${named(element)} ${how} ${named(by)}: ${JSON.stringify(clean(text.data).slice(0, 40))}`);
    }
  }
  return [...found];
};

// What is to be pressed and smaller than this, also with the label or the cell that takes presses for it.
const smallerThan = (size) => {
  const pressed = [...document.querySelectorAll("button, input, select, summary, [role=tab], [role=menuitem]")];
  const places = pressed.filter((it) => !unseen(it)).map((it) => it.closest("label, [role=gridcell]") ?? it);
  const isSmall = ({ width, height }) => width < size || height < size;
  return places.filter((it) => isSmall(it.getBoundingClientRect())).map(named);
};

// Whether a page has all that it shows: nothing is on its way, and nothing changes from one frame to the next ones.
const rests = async () => {
  const main = document.querySelector("main");
  const waits = "[aria-busy=true], .skeleton, .loading-sims";
  if (!main || !clean(main.innerText) || [...document.querySelectorAll(waits)].some((it) => it.checkVisibility())) {
    return false;
  }
  let changed = false;
  const observer = new MutationObserver(() => { changed = true; });
  observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
  for (let frames = 0; frames < 8; frames += 1) {
    await frame();
  }
  observer.disconnect();
  return !changed;
};

