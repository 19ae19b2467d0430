import {
  ClientSideRowModelModule, createGrid, ExternalFilterModule, ModuleRegistry, RowApiModule, RowSelectionModule,
  themeQuartz,
} from 'ag-grid-community';
import { COLUMNS, HEADER_HEIGHT, ROW_HEIGHT } from '../shared/columns.js';
import { contestant } from '../shared/contestant.js';
import { load, rows } from '../shared/estate.js';
import { fits, isFiltered, panel } from '../shared/panel.js';
import './page.css';

ModuleRegistry.registerModules([ClientSideRowModelModule, ExternalFilterModule, RowApiModule, RowSelectionModule]);

let filter = { iccid: '', account: '', status: '' };
let total = 0;

const over = panel({
  onFilter: (now) => {
    filter = now;
    grid.onFilterChanged();
  },
  onSelectAll: (all) => (all ? grid.selectAll('filtered') : grid.deselectAll()),
});

const list = document.getElementById('list');
const grid = createGrid(list, {
  theme: themeQuartz,
  columnDefs: COLUMNS.map(({ field, title, width, text }) => ({
    field,
    headerName: title,
    width,
    pinned: field === 'iccid' ? 'left' : undefined,
    valueFormatter: ({ value }) => text(value),
    comparator: field === 'usage' ? (one, other) => one - other : undefined,
  })),
  // What slows it down and nobody here needs.
  animateRows: false,
  suppressCellFocus: false,
  rowHeight: ROW_HEIGHT,
  headerHeight: HEADER_HEIGHT,
  rowSelection: { mode: 'multiRow', checkboxes: true, headerCheckbox: false },
  selectionColumnDef: { pinned: 'left' },
  isExternalFilterPresent: () => isFiltered(filter),
  doesExternalFilterPass: ({ data }) => fits(filter, data),
  onModelUpdated: ({ api }) => over.counts(api.getDisplayedRowCount(), total),
  onSelectionChanged: ({ api }) => over.selected(api.getSelectedNodes().length),
});

const scroller = () => list.querySelector('.ag-grid-viewport');
contestant({
  rowElements: () => list.querySelectorAll('.ag-row'),
  place: (row) => Number(row.getAttribute('row-index')),
  iccid: (row) => row.querySelector('[col-id=iccid]')?.textContent.trim() ?? '',
  view: () => {
    const { top } = scroller().getBoundingClientRect();
    return { top: list.querySelector('.ag-header').getBoundingClientRect().bottom, bottom: top + scroller().clientHeight };
  },
  scroller,
  part: (name) => (name === 'usage' ? list.querySelector('.ag-header-cell[col-id=usage]') : null),
  focusGrid: () => grid.setFocusedCell(0, 'iccid'),
});

// Handed over once when there is something to see and once when all is there: less work for it than page by page.
let all = [];
load((columns, names, page) => {
  const first = all.length === 0;
  all = all.concat(rows(columns, names));
  total = page.total;
  if (first || page.last) grid.setGridOption('rowData', all);
});
