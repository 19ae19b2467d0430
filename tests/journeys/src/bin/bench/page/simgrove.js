// The dashboard, asked as its competitors are: see `contestant.js` in `tests/bench/shared`.
(() => {
  const find = (selector) => document.querySelector(selector);
  const grid = () => find('[role=grid]');
  const number = (selector) => {
    const digits = find(selector)?.textContent.match(/^[\d,]+/)?.[0];
    return digits ? Number(digits.replaceAll(',', '')) : 0;
  };
  const inHeader = (title) =>
    [...document.querySelectorAll('[role=columnheader] button')].find((it) => it.textContent.trim() === title);
  const inMenu = (status) =>
    [...document.querySelectorAll('[role=menuitemcheckbox]')].find((it) => it.textContent.trim().toLowerCase().replaceAll(' ', '_') === status);
  const customer = () => document.querySelectorAll('[role=treeitem]:not([hidden])')[1];
  const parts = {
    iccid: () => find('[aria-label="Search SIMs"]'),
    account: () => find('[aria-label="Filter by account name"]'),
    statuses: () => find('.filter-bar__button[aria-haspopup=menu]'),
    usage: () => inHeader('Usage'),
    all: () => find('[role=columnheader] input[type=checkbox]'),
    row: () => find('[role=grid] [role=rowheader]'),
    customer: () => customer()?.querySelector('.account__name'),
    everybody: () => find('.account__name'),
    invert: () => [...document.querySelectorAll('.status-line button')].find((it) => it.textContent === 'Invert selection'),
    suspend: () => [...document.querySelectorAll('[role=toolbar] button')].find((it) => it.textContent.trim() === 'Suspend'),
  };

  window.contestant = {
    shown: () => (find('[role=progressbar]') ? 0 : number('.status-line [role=status] > span')),
    selected: () => number('.status-line__selected'),
    open: () => (find('.preview__changing') ? 'preview' : find('[role=menu]') ? 'menu' : find('dialog[open]') ? 'dialog' : 'nothing'),
    customer: () => Number(customer().dataset.account),
    rowElements: () => grid().querySelectorAll('[role=row][aria-selected]:not([hidden])'),
    place: (row) => Number(row.ariaRowIndex),
    iccid: (row) => row.querySelector('[role=rowheader]')?.textContent.trim() ?? '',
    view: () => {
      const { top } = grid().getBoundingClientRect();
      const header = grid().querySelector('[role=row]').getBoundingClientRect();
      return { top: header.bottom, bottom: top + grid().clientHeight };
    },
    scroller: grid,
    toTop: () => grid().scrollTo({ top: 0, behavior: 'instant' }),
    focusGrid: () => grid().querySelector('[tabindex="0"]').focus(),
    point: (name) => {
      const part = parts[name] ?? (() => inMenu(name.replace('status-', '')));
      const bounds = part()?.getBoundingClientRect();
      return bounds ? [bounds.left + bounds.width / 2, bounds.top + bounds.height / 2] : null;
    },
    endKey: 'Control+End',
  };
})();
