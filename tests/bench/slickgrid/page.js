import { SlickCheckboxSelectColumn, SlickDataView, SlickGrid, SlickRowSelectionModel } from 'slickgrid';
import { COLUMNS, HEADER_HEIGHT, ROW_HEIGHT } from '../shared/columns.js';
import { contestant } from '../shared/contestant.js';
import { load, rows } from '../shared/estate.js';
import { fits, isFiltered, panel } from '../shared/panel.js';
import './page.css';

const view = new SlickDataView();
const box = new SlickCheckboxSelectColumn({ cssClass: 'slick-cell-checkboxsel', hideSelectAllCheckbox: true });
const columns = COLUMNS.map(({ field, title, width, text }) => ({
  id: field,
  field,
  name: title,
  width,
  sortable: true,
  formatter: (_row, _cell, value) => text(value),
}));
const list = document.getElementById('list');
const grid = new SlickGrid(list, view, [box.getColumnDefinition(), ...columns], {
  enableCellNavigation: true,
  enableColumnReorder: false,
  rowHeight: ROW_HEIGHT,
  headerRowHeight: HEADER_HEIGHT,
});
grid.setSelectionModel(new SlickRowSelectionModel({ selectActiveRow: false }));
grid.registerPlugin(box);

let total = 0;
const over = panel({
  onFilter: (filter) => {
    view.setFilterArgs(filter);
    view.setFilter(isFiltered(filter) ? (sim, wanted) => fits(wanted, sim) : () => true);
  },
  onSelectAll: (all) => grid.setSelectedRows(all ? Array.from({ length: view.getLength() }, (_, row) => row) : []),
});

view.onRowCountChanged.subscribe(() => {
  grid.updateRowCount();
  grid.render();
});
view.onRowsChanged.subscribe((_event, { rows: changed }) => {
  grid.invalidateRows(changed);
  grid.render();
});
view.onSetItemsCalled.subscribe(() => grid.invalidate());
view.onPagingInfoChanged.subscribe(() => over.counts(view.getLength(), total));
grid.onSelectedRowsChanged.subscribe((_event, { rows: selected }) => over.selected(selected.length));
grid.onSort.subscribe((_event, { sortCol: { field }, sortAsc }) => {
  view.sort((one, other) => one[field] - other[field], sortAsc);
  grid.invalidate();
});

const scroller = () => list.querySelector('.slick-viewport-top.slick-viewport-left');
contestant({
  rowElements: () => list.querySelectorAll('.grid-canvas-left.grid-canvas-top .slick-row'),
  place: (row) => row.getBoundingClientRect().top,
  iccid: (row) => row.querySelector('.l1')?.textContent ?? '',
  view: () => {
    const { top } = scroller().getBoundingClientRect();
    return { top, bottom: top + scroller().clientHeight };
  },
  scroller,
  // With very many rows the top of its element is not always the first of them.
  toTop: () => grid.scrollRowToTop(0),
  part: (name) => (name === 'usage' ? grid.getHeaderColumn('usage') : null),
  focusGrid: () => {
    grid.setActiveCell(0, 1);
    grid.focus();
  },
  endKey: 'Control+ArrowDown',
});

// Handed over once when there is something to see and once when all is there: it indexes all SIMs anew each time.
let all = [];
load((page, names, { total: count, last }) => {
  const first = all.length === 0;
  all = all.concat(rows(page, names));
  total = count;
  if (!first && !last) return;
  view.beginUpdate(true);
  view.setItems(all);
  view.endUpdate();
  over.counts(view.getLength(), total);
});
