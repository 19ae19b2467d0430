// What stands over every grid: two boxes to filter by, a button per status, a tick box, and how many SIMs there are.

const STATUSES = ['active', 'inactive', 'activation_pending', 'alerted', 'suspended', 'blocked', 'terminated', 'unmanaged'];

const made = (name, properties, ...children) => {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
};

const grouped = new Intl.NumberFormat('en');

/// Tells `onFilter` what is to be filtered by, at every key and click, and `onSelectAll` whether all are to be selected.
export const panel = ({ onFilter, onSelectAll }) => {
  const filter = { iccid: '', account: '', status: '' };
  const box = (field, label) => {
    const input = made('input', { type: 'search', id: field, ariaLabel: label, placeholder: label, autocomplete: 'off' });
    input.addEventListener('input', () => {
      filter[field] = input.value.trim().toLowerCase();
      onFilter(filter);
    });
    return input;
  };
  const buttons = STATUSES.map((status) => {
    const button = made('button', { type: 'button', id: `status-${status}`, ariaPressed: 'false' }, status);
    button.addEventListener('click', () => {
      filter.status = filter.status === status ? '' : status;
      for (const it of buttons) it.ariaPressed = String(it.textContent === filter.status);
      onFilter(filter);
    });
    return button;
  });
  const all = made('input', { type: 'checkbox', id: 'all' });
  all.addEventListener('change', () => onSelectAll(all.checked));
  const shown = made('output', { id: 'shown' });
  const selected = made('output', { id: 'selected' });
  document.getElementById('panel').append(
    box('iccid', 'ICCID contains'),
    box('account', 'Account name contains'),
    made('div', { role: 'group', ariaLabel: 'Status' }, ...buttons),
    made('label', {}, all, 'Select all'),
    shown,
    selected,
  );
  return {
    counts: (count, total) => {
      shown.textContent = `${grouped.format(count)} of ${grouped.format(total)} SIMs`;
    },
    selected: (count) => {
      selected.textContent = count ? `${grouped.format(count)} selected` : '';
    },
  };
};

/// Whether there is anything to filter by.
export const isFiltered = ({ iccid, account, status }) => Boolean(iccid || account || status);

/// Whether a SIM is to be shown. Names are compared in lower case, and each of them is written so only once.
export const fits = ({ iccid, account, status }, sim) =>
  (!status || sim.status === status) &&
  (!iccid || sim.iccid.includes(iccid)) &&
  (!account || lower(sim.account).includes(account));

const lowered = new Map();
export const lower = (name) => {
  let text = lowered.get(name);
  if (text === undefined) lowered.set(name, (text = name.toLowerCase()));
  return text;
};
