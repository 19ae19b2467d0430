// How the bench looks at a page: the same questions for every contestant.

const number = (id) => {
  const digits = document.getElementById(id).textContent.match(/^[\d,]+/)?.[0];
  return digits ? Number(digits.replaceAll(',', '')) : 0;
};

const middle = (element) => {
  const { left, top, width, height } = element.getBoundingClientRect();
  return [left + width / 2, top + height / 2];
};

/// A grid tells what is its own:
/// - `rowElements()`, `place(row)`, `iccid(row)` and `view()`, between which heights rows are seen; or, if it has no
///   elements, `rows()`, the ICCIDs in sight;
/// - `scroller()`, `toTop()` if it is more than to scroll that, `focusGrid()`, and `part(name)` for what is to be clicked in it.
export const contestant = (grid) => {
  window.contestant = {
    shown: () => number('shown'),
    selected: () => number('selected'),
    point: (name) => {
      const element = document.getElementById(name) ?? grid.part?.(name);
      return element ? middle(element) : null;
    },
    toTop: () => grid.scroller().scrollTo({ top: 0, behavior: 'instant' }),
    endKey: 'Control+End',
    ...grid,
  };
};
