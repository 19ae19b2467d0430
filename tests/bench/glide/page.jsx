import { CompactSelection, DataEditor, GridCellKind } from '@glideapps/glide-data-grid';
import { useCallback, useEffect, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { COLUMNS, HEADER_HEIGHT, ROW_HEIGHT } from '../shared/columns.js';
import { contestant } from '../shared/contestant.js';
import { append, load, noColumns } from '../shared/estate.js';
import { isFiltered, lower, panel } from '../shared/panel.js';
import '@glideapps/glide-data-grid/dist/index.css';
import './page.css';

// It shows what it is told, so filter and order are ours: the places of the SIMs to show.
const sims = noColumns();
let total = 0;
let filter = { iccid: '', account: '', status: '' };
let order = 0;

const matching = () => {
  const { iccid, account, status } = filter;
  const places = new Uint32Array(sims.id.length);
  let count = 0;
  for (let at = 0; at < places.length; at++) {
    if (status && sims.status[at] !== status) continue;
    if (iccid && !sims.iccid[at].includes(iccid)) continue;
    if (account && !lower(sims.account[at]).includes(account)) continue;
    places[count++] = at;
  }
  return places.subarray(0, count);
};

const everything = () => {
  const places = new Uint32Array(sims.id.length);
  for (let at = 0; at < places.length; at++) places[at] = at;
  return places;
};

const arranged = () => {
  const places = isFiltered(filter) ? matching() : everything();
  const { usage } = sims;
  return order === 0 ? places : places.sort((one, other) => order * (usage[one] - usage[other]));
};

const NOTHING = { columns: CompactSelection.empty(), rows: CompactSelection.empty() };
const columns = COLUMNS.map(({ field, title, width }) => ({ id: field, title, width }));

// What it has drawn, by row, for the bench to see.
const drawn = new Map();
let inSight = { y: 0, height: 0 };

const page = {};
const over = panel({ onFilter: (now) => page.filter(now), onSelectAll: (all) => page.selectAll(all) });

const List = () => {
  const grid = useRef(null);
  const [places, setPlaces] = useState(arranged);
  const [selection, setSelection] = useState(NOTHING);

  page.grid = grid;
  page.arrange = () => {
    drawn.clear();
    setPlaces(arranged());
  };
  page.filter = (now) => {
    filter = { ...now };
    grid.current.scrollTo(0, 0);
    page.arrange();
  };
  page.selectAll = (all) =>
    setSelection(all ? { ...NOTHING, rows: CompactSelection.fromSingleSelection([0, places.length]) } : NOTHING);
  page.selectFirst = () => {
    const range = { x: 0, y: 0, width: 1, height: 1 };
    setSelection({ ...NOTHING, current: { cell: [0, 0], range, rangeStack: [] } });
  };

  useEffect(() => over.counts(places.length, total), [places]);
  useEffect(() => over.selected(selection.rows.length), [selection]);

  const cell = useCallback(
    ([column, row]) => {
      const { field, text } = COLUMNS[column];
      const data = text(sims[field][places[row]]);
      if (column === 0) drawn.set(row, data);
      return { kind: GridCellKind.Text, data, displayData: data, allowOverlay: false };
    },
    [places],
  );

  return (
    <DataEditor
      ref={grid}
      width={1168}
      height={680}
      columns={columns}
      rows={places.length}
      getCellContent={cell}
      rowHeight={ROW_HEIGHT}
      headerHeight={HEADER_HEIGHT}
      rowMarkers="checkbox"
      freezeColumns={1}
      gridSelection={selection}
      onGridSelectionChange={setSelection}
      onVisibleRegionChanged={(region) => (inSight = region)}
      onHeaderClicked={(column) => {
        if (COLUMNS[column].field !== 'usage') return;
        order = order === 1 ? -1 : 1;
        page.arrange();
      }}
    />
  );
};

createRoot(document.getElementById('list')).render(<List />);

const usage = COLUMNS.findIndex(({ field }) => field === 'usage');
contestant({
  rows: () => {
    const seen = [];
    for (let row = inSight.y; row < inSight.y + inSight.height; row++) if (drawn.has(row)) seen.push(drawn.get(row));
    return seen;
  },
  scroller: () => document.querySelector('.dvn-scroller'),
  // Its header is painted: there is no element to be clicked.
  part: (name) => {
    const bounds = name === 'usage' ? page.grid?.current?.getBounds(usage, -1) : undefined;
    return bounds && { getBoundingClientRect: () => ({ ...bounds, left: bounds.x, top: bounds.y }) };
  },
  focusGrid: () => {
    page.selectFirst();
    page.grid.current.focus();
  },
  endKey: 'Control+ArrowDown',
});

load((pageOfColumns, names, { total: count }) => {
  append(sims, pageOfColumns, names);
  total = count;
  page.arrange?.();
});
