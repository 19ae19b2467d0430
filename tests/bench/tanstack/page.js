import {
  columnFilteringFeature, constructTable, createColumnHelper, createFilteredRowModel, createSortedRowModel,
  rowSelectionFeature, rowSortingFeature, tableFeatures,
} from '@tanstack/table-core';
import { storeReactivityBindings } from '@tanstack/table-core/store-reactivity-bindings';
import { elementScroll, observeElementOffset, observeElementRect, Virtualizer } from '@tanstack/virtual-core';
import { COLUMNS, ROW_HEIGHT } from '../shared/columns.js';
import { contestant } from '../shared/contestant.js';
import { load, rows } from '../shared/estate.js';
import { isFiltered, lower, panel } from '../shared/panel.js';
import './page.css';

// Chromium knows no element higher than this: a million rows of the usual height do not fit in.
const HIGHEST = 33_500_000;

const features = tableFeatures({
  coreReactivityFeature: storeReactivityBindings(),
  columnFilteringFeature,
  filteredRowModel: createFilteredRowModel(),
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  rowSelectionFeature,
});

// Functions of its own for each column: looking into the row is quicker than the table's cache of values.
const filters = {
  iccid: (row, _, text) => row.original.iccid.includes(text),
  account: (row, _, text) => lower(row.original.account).includes(text),
  status: (row, _, status) => row.original.status === status,
};
const helper = createColumnHelper();
const columns = helper.columns(
  COLUMNS.map(({ field, title }) =>
    helper.accessor(field, {
      header: title,
      filterFn: filters[field] ?? 'auto',
      sortFn: (one, other) => one.original[field] - other.original[field],
      sortDescFirst: false,
    }),
  ),
);

const table = constructTable({ features, columns, data: [], getRowId: (sim) => String(sim.id) });

let total = 0;
const over = panel({
  onFilter: (filter) => {
    const set = Object.entries(filter).filter(([, value]) => value);
    table.setColumnFilters(isFiltered(filter) ? set.map(([id, value]) => ({ id, value })) : []);
    scroller.scrollTop = 0;
    changed();
  },
  onSelectAll: (all) => {
    table.toggleAllRowsSelected(all);
    over.selected(table.getSelectedRowIds().length);
    draw();
  },
});

// The elements.

const made = (className, parent) => {
  const element = document.createElement('div');
  element.className = className;
  parent.append(element);
  return element;
};
const scroller = made('scroller', document.getElementById('list'));
scroller.tabIndex = 0;
const header = made('header', scroller);
const body = made('body', scroller);
const template = COLUMNS.map(({ width }) => `${width}px`).join(' ');
scroller.style.setProperty('--columns', `44px ${template}`);
made('cell', header);
for (const { field, title } of COLUMNS) {
  const button = document.createElement('button');
  button.textContent = title;
  button.id = `header-${field}`;
  button.addEventListener('click', () => {
    table.getColumn(field).toggleSorting();
    changed();
  });
  made('cell', header).append(button);
}

// A row keeps its element while it is in sight; one that is not is used for another row.
const pool = [];
const element = () => {
  const row = made('row', body);
  row.append(Object.assign(document.createElement('input'), { type: 'checkbox', ariaLabel: 'Select' }));
  for (const _ of COLUMNS) made('cell', row);
  return row;
};

let shown = [];
const draw = () => {
  const items = virtualizer.getVirtualItems();
  while (pool.length < items.length) pool.push(element());
  const free = new Map(pool.map((row) => [row.place, row]));
  const used = new Map();
  for (const { index } of items) {
    if (free.has(index)) {
      used.set(index, free.get(index));
      free.delete(index);
    }
  }
  const spare = [...pool].filter((row) => used.get(row.place) !== row);
  for (const { index, start } of items) {
    const row = used.get(index) ?? spare.pop();
    const model = shown[index];
    row.children[0].checked = model.getIsSelected();
    if (row.model === model && row.place === index && !row.hidden) continue;
    Object.assign(row, { place: index, model, hidden: false });
    row.style.transform = `translateY(${start}px)`;
    COLUMNS.forEach(({ field, text }, at) => (row.children[at + 1].textContent = text(model.original[field])));
  }
  for (const row of spare) Object.assign(row, { place: undefined, model: undefined, hidden: true });
};

const virtualizer = new Virtualizer({
  count: 0,
  getScrollElement: () => scroller,
  estimateSize: () => ROW_HEIGHT,
  overscan: 4,
  scrollToFn: elementScroll,
  observeElementRect,
  observeElementOffset,
  onChange: draw,
});
virtualizer._didMount();

const changed = () => {
  shown = table.getRowModel().rows;
  const height = Math.min(ROW_HEIGHT, HIGHEST / Math.max(shown.length, 1));
  virtualizer.setOptions({ ...virtualizer.options, count: shown.length, estimateSize: () => height });
  virtualizer.measure();
  virtualizer._willUpdate();
  body.style.blockSize = `${virtualizer.getTotalSize()}px`;
  draw();
  over.counts(shown.length, total);
};

// It brings no keys of its own.
scroller.addEventListener('keydown', (event) => {
  if (event.key === 'End') {
    virtualizer.scrollToIndex(shown.length - 1);
    event.preventDefault();
  }
});

contestant({
  rowElements: () => body.querySelectorAll('.row:not([hidden])'),
  place: (row) => row.place,
  iccid: (row) => row.children[1].textContent,
  view: () => {
    const { top } = scroller.getBoundingClientRect();
    return { top: header.getBoundingClientRect().bottom, bottom: top + scroller.clientHeight };
  },
  scroller: () => scroller,
  part: (name) => (name === 'usage' ? document.getElementById('header-usage') : null),
  focusGrid: () => scroller.focus(),
});

// Handed over once when there is something to see and once when all is there: it makes all its rows anew each time.
let all = [];
load((page, names, { total: count, last }) => {
  const first = all.length === 0;
  all = all.concat(rows(page, names));
  total = count;
  if (!first && !last) return;
  table.setOptions((options) => ({ ...options, data: all }));
  changed();
});
