// The columns that the dashboard shows at first, for every grid the same.

const UNITS = ['kB', 'MB', 'GB', 'TB'];
const amounts = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 });

/// Bytes as the dashboard writes them: `1.63 MB`.
export const bytes = (count) => {
  if (count == null) return '';
  let [amount, unit] = [count / 1000, 0];
  while (amount >= 1000 && unit < UNITS.length - 1) [amount, unit] = [amount / 1000, unit + 1];
  return `${amounts.format(amount)} ${UNITS[unit]}`;
};

const session = (inSession) => (inSession ? 'In session' : '');
const dates = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' });
const time = (seconds) => (seconds ? dates.format(seconds * 1000) : '');
const asIs = (text) => text;

export const COLUMNS = [
  { field: 'iccid', title: 'ICCID', width: 196, text: asIs },
  { field: 'label', title: 'Label', width: 144, text: asIs },
  { field: 'account', title: 'Account name', width: 164, text: asIs },
  { field: 'status', title: 'Status', width: 132, text: asIs },
  { field: 'usage', title: 'Usage', width: 152, text: bytes },
  { field: 'cap', title: 'Cap', width: 84, text: bytes },
  { field: 'alert', title: 'Alert', width: 84, text: bytes },
  { field: 'inSession', title: 'In session', width: 108, text: session },
  { field: 'lastSeen', title: 'Last seen', width: 144, text: time },
  { field: 'operator', title: 'Operator', width: 132, text: asIs },
  { field: 'tariff', title: 'Tariff', width: 124, text: asIs },
  { field: 'msisdn', title: 'MSISDN', width: 152, text: asIs },
  { field: 'imsi', title: 'IMSI', width: 152, text: asIs },
];

export const ROW_HEIGHT = 36;
export const HEADER_HEIGHT = 36;
