// The estate over HTTP, the same way for every grid and as the dashboard asks for it: a small page first, so that there is
// something to see, then stretches of the rest, several on their way at a time.

const API = '/api/v1';
const FIRST_PAGE = 200;
const STRETCH = 10_000;
// A stretch can be longer than it was meant to be.
const MOST_IN_PAGE = 2 * STRETCH;
const AT_ONCE = 4;

const get = async (path) => {
  const answer = await fetch(API + path);
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.json();
};

const pageAt = (cursor) => get(`/sims/columns?limit=${MOST_IN_PAGE}&cursor=${encodeURIComponent(cursor)}`);

/// Gives every page to `take`, in order, with the names of the accounts by id. `take(columns, names, { total, last })`.
export const load = async (take) => {
  const accounts = get('/accounts');
  const { columns, total, cursors } = await get(`/sims/columns?limit=${FIRST_PAGE}&divide=${STRETCH}`);
  const coming = cursors.splice(0, AT_ONCE).map(pageAt);
  const names = new Map((await accounts).items.map(({ id, name }) => [id, name]));
  take(columns, names, { total, last: coming.length === 0 });
  while (coming.length > 0) {
    let page = await coming.shift();
    if (cursors.length > 0) coming.push(pageAt(cursors.shift()));
    // Such a stretch goes on before the one behind it.
    while (page.next_cursor) {
      take(page.columns, names, { total, last: false });
      page = await pageAt(page.next_cursor);
    }
    take(page.columns, names, { total, last: coming.length === 0 });
  }
};

// Columns whose values repeat come as a list of values and an index into it.
const value = ({ values, index }, row) => values[index[row]];

/// A page of columns as one object per SIM, with all that the API tells of it.
export const rows = (columns, names) =>
  columns.id.map((id, row) => ({
    id,
    iccid: columns.iccid[row],
    imsi: columns.imsi[row],
    msisdn: columns.msisdn[row],
    imei: columns.imei[row],
    account: names.get(columns.account_id[row]),
    status: value(columns.status, row),
    tariff: value(columns.tariff, row),
    operator: value(columns.operator, row),
    usage: columns.usage_bytes[row],
    cap: columns.cap_bytes[row],
    alert: columns.alert_bytes[row],
    hardCap: value(columns.hard_cap, row),
    inSession: columns.in_session[row],
    lastSeen: columns.last_seen[row],
    ip: columns.ip_address[row],
    activatedOn: columns.activated_on[row],
    label: columns.label[row],
    note: columns.note[row],
    category: value(columns.category, row),
    tags: value(columns.tags, row),
  }));

// What those objects are made of, column by column: its name, and how a page has it.
const PLAIN = {
  id: 'id', iccid: 'iccid', imsi: 'imsi', msisdn: 'msisdn', imei: 'imei', usage: 'usage_bytes', cap: 'cap_bytes',
  alert: 'alert_bytes', inSession: 'in_session', lastSeen: 'last_seen', ip: 'ip_address', activatedOn: 'activated_on',
  label: 'label', note: 'note',
};
const REPEATED = {
  status: 'status', tariff: 'tariff', operator: 'operator', hardCap: 'hard_cap', category: 'category', tags: 'tags',
};

/// The same as one array per column, for a grid that asks for one cell at a time. They grow page by page.
export const noColumns = () =>
  Object.fromEntries([...Object.keys(PLAIN), ...Object.keys(REPEATED), 'account'].map((field) => [field, []]));

export const append = (all, columns, names) => {
  for (const [field, name] of Object.entries(PLAIN)) for (const it of columns[name]) all[field].push(it);
  for (const [field, name] of Object.entries(REPEATED)) {
    const { values, index } = columns[name];
    for (const at of index) all[field].push(values[at]);
  }
  for (const id of columns.account_id) all.account.push(names.get(id));
};
